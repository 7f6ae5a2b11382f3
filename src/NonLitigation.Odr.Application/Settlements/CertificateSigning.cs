using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>
/// Has a certification authority sign for a person who wants it so and agrees that his name and identity number go there (个人信息保护法 23). Outside every
/// transaction: the authority may take its time, and what it signed counts only once the person's own act is stored.
/// </summary>
public sealed partial class CertificateSigning(ISignatureAuthority authority, Lazy<KeyStore> keys, ILogger<CertificateSigning> logger)
{
    /// <returns>Detached CMS, DER, checked: over these bytes, by a certificate of a known authority, in the signer's name.</returns>
    internal async Task<byte[]> AskAsync(AgreementFile file, SignAgreementRequest request, CancellationToken cancellation)
    {
        SettlementsRules.NoSignatureAuthority.When(authority.Name is null);
        file.Agreement.RefuseSignature(file.Person, request.FrozenHash, request.TypedName);
        var (round, name) = (file.Agreement.Round!, request.TypedName.Trim());
        var party = file.Case.Parties.FirstOrDefault(one => one.PersonId == file.Person && one.Nature == PartyNature.Natural && one.Name.Trim() == name);
        var answer = await OrderAsync(new(request.ProofId, name, party?.IdNumber, party?.Contact, round.Hash, round.Text), cancellation);
        var signed = answer.Cms ?? throw SettlementsRules.AuthorityDeclines(answer.Reason).Refused();
        SettlementsRules.CertificateUnfit.When(PersonSignature.Read(signed, round.Text, keys.Value.Trust.SigningAuthorities) is not { Trusted: true } read || read.Name != name);
        return signed;
    }

    private async Task<AuthorityAnswer> OrderAsync(SignatureOrder order, CancellationToken cancellation)
    {
        try
        {
            return await authority.SignAsync(order, cancellation);
        }
        catch (HttpRequestException fault)
        {
            LogSilent(logger, fault);
            throw SettlementsRules.AuthoritySilent.Refused();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The signature authority did not answer")]
    private static partial void LogSilent(ILogger logger, Exception fault);
}

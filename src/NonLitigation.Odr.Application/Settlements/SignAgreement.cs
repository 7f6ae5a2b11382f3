using System.Security.Cryptography;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>From where a signature came; kept with it.</summary>
public sealed record SigningPlace(string? Address, string? Device);

/// <summary>
/// A person signs exactly the bytes whose hash he names, proved again for this very act. The last signature brings the seal
/// (standing authorisation of the organisation) and with it the effect, in the same transaction (人民调解法 29).
/// </summary>
public sealed class SignAgreement(AgreementChange change, IReauthentications reauthentications, CertificateSigning certificates, IEnumerable<ICaseReaction> reactions, OutcomeWork work)
{
    public async Task<AgreementView> Handle(Caller caller, Guid agreementId, SignAgreementRequest request, SigningPlace place, CancellationToken cancellation)
    {
        var certified = request.ByCertificate ? await CertifiedAsync(caller, agreementId, request, cancellation) : null;
        var view = await change.SignAsync(caller, agreementId, act => SignAsync(act, request, place, certified, cancellation), cancellation);
        if (view.EffectiveAt is not null) work.Wake();
        return view;
    }

    private async Task<byte[]> CertifiedAsync(Caller caller, Guid agreementId, SignAgreementRequest request, CancellationToken cancellation)
    {
        var file = await change.ReadAsync(caller, await AgreementFile.CaseOfAsync(change.Db, agreementId, cancellation), cancellation);
        var signed = await certificates.AskAsync(file, request, cancellation);
        // The authority took its time: what was read before is read again under the locks.
        change.Db.ChangeTracker.Clear();
        return signed;
    }

    private async Task SignAsync(AgreementAct act, SignAgreementRequest request, SigningPlace place, byte[]? certified, CancellationToken cancellation)
    {
        var (file, agreement) = (act.File, act.File.Agreement);
        SettlementsRules.CaseEnded.When(file.Case.Stage == CaseStage.Closed);
        // A refusal rolls the whole transaction back: the proof is then still good for the next try.
        agreement.RefuseSignature(file.Person, request.FrozenHash, request.TypedName);
        var proof = await reauthentications.UseAsync(act.Db, request.ProofId, file.Person, SigningPurpose.Of(agreement.Id, request.FrozenHash), cancellation);
        agreement.Sign(file.Person, request.FrozenHash, request.TypedName, new(proof.Method, Short(place.Address, 64), Short(place.Device, 400), proof.Evidence, certified), act.Now);
        var signed = agreement.Round!.Signatures.Where(s => s.PersonId == file.Person && s.SignedAt == act.Now).ToList();
        var outcome = agreement.Round.PeopleHaveSigned ? TakeEffect(act) : null;
        await act.StoreAsync(room =>
        [
            .. signed.Select(s => AgreementEntries.Signed(room, agreement, s)),
            .. outcome is null ? [] : new[] { AgreementEntries.Effective(room, agreement, outcome) },
        ]);
        if (outcome is null) return;
        act.After(async () =>
        {
            foreach (var reaction in reactions) await reaction.CaseClosedAsync(act.Db, file.Case.Id, "agreed", cancellation);
        });
    }

    private static Outcome TakeEffect(AgreementAct act)
    {
        var outcome = act.File.Agreement.Seal(VerificationCode.From(RandomNumberGenerator.GetBytes(VerificationCode.EntropyBytes)), act.Now);
        act.File.Case.TakeEffect(outcome.EffectiveAt);
        act.Db.Add(outcome);
        act.Db.Add(Performance.Of(act.File.Agreement));
        act.File = act.File with { Outcome = outcome };
        return outcome;
    }

    private static string? Short(string? text, int length) => text is null || text.Length <= length ? text : text[..length];
}

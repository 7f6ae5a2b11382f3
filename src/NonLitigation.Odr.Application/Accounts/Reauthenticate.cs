using System.Text;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>Proves the signed-in person again before a sensitive act: by a fresh code or by a passkey (ASVS 7.5.3).</summary>
public sealed class Reauthenticate(OdrDb db, CodeChecks codes, Passkeys passkeys, TimeProvider time) : IReauthentications
{
    public async Task<ReauthenticationView> Handle(Caller caller, ReauthenticateRequest request, CancellationToken cancellation)
    {
        var person = caller.PersonId ?? throw AccountsRules.NotSignedIn.Refused();
        AccountsRules.ProofNotValid.When(request.Purpose is not { Length: > 0 and <= 200 });
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (method, evidence) = await IdentifyAsync(person, request, cancellation);
        var proof = new ReauthenticationProof(person, request.Purpose, method, time.GetUtcNow(), evidence);
        db.Add(proof);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new ReauthenticationView(proof.Id, proof.Method, proof.ExpiresAt);
    }

    public async Task<UsedProof> UseAsync(OdrDb db, Guid proofId, Guid personId, string purpose, CancellationToken cancellation)
    {
        var proof = await db.Set<ReauthenticationProof>().FromSql($"select * from reauthentication_proofs where id = {proofId} for update").SingleOrDefaultAsync(cancellation)
            ?? throw AccountsRules.ProofNotValid.Refused();
        proof.Use(personId, purpose, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return new(proof.Method, proof.Evidence);
    }

    private async Task<UsedProof> IdentifyAsync(Guid person, ReauthenticateRequest request, CancellationToken cancellation)
    {
        if (request.PasskeyCredentialJson is { } credential)
        {
            var evidence = await passkeys.AssertAsync(db, request.ChallengeId, person, request.Purpose, credential, cancellation);
            return new("passkey", Encoding.UTF8.GetString(CanonicalJson.Serialize(evidence.ToJson())));
        }

        AccountsRules.CodeWrong.When(request.ChallengeId is null);
        await codes.UseAsync(request.ChallengeId.Value, request.Code, person, cancellation);
        return new("code", null);
    }
}

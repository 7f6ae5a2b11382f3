using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>The agreement of a case as its reader may see it; version 0 while nobody has drafted.</summary>
public sealed class ReadAgreement(AgreementChange change)
{
    public async Task<AgreementView> Handle(Caller caller, Guid caseId, CancellationToken cancellation) =>
        change.View(await change.ReadAsync(caller, caseId, cancellation));
}

/// <param name="Hash">Lower-case hex SHA-256 of the bytes.</param>
public sealed record FrozenText(byte[] Bytes, string Hash);

/// <summary>The exact frozen bytes, for those who sign them; before freezing there are none.</summary>
public sealed class ReadAgreementText(AgreementChange change)
{
    public async Task<FrozenText> Handle(Caller caller, Guid agreementId, CancellationToken cancellation)
    {
        _ = caller.Person;
        var file = await change.ReadAsync(caller, await AgreementFile.CaseOfAsync(change.Db, agreementId, cancellation), cancellation);
        SettlementsRules.NotFrozen.When(file.Agreement.Round is null);
        return new(file.Agreement.Round.Text, file.Agreement.Round.Hash);
    }
}

using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>A version as it stands in the list, without its words.</summary>
internal sealed record VersionLine(int Number, string Name, DateTimeOffset At, VersionOrigin Origin, int? RestoredFrom);

/// <summary>A version that its reader may see.</summary>
internal sealed record SeenVersion(OdrDb Db, Guid AgreementId, int Number)
{
    public async Task<AgreementContent> ContentAsync(CancellationToken cancellation) => Number == 0 ? AgreementContent.Empty : (await RowAsync(cancellation)).Content;

    public Task<AgreementVersion> RowAsync(CancellationToken cancellation) =>
        Db.Set<AgreementVersion>().AsNoTracking().SingleAsync(v => v.AgreementId == AgreementId && v.Number == Number, cancellation);
}

/// <summary>The versions of a case's agreement as one of its people may see them: the presiding mediator all, a party those that were shown.</summary>
/// <param name="Versions">Those he may see, the latest first.</param>
internal sealed record DraftHistory(OdrDb Db, AgreementFile File, IReadOnlyList<VersionLine> Versions, IReadOnlyDictionary<int, DateTimeOffset> Shown)
{
    public static async Task<DraftHistory> ReadAsync(OdrDb db, AgreementFile file, CancellationToken cancellation)
    {
        var id = file.Agreement.Id;
        var shown = await db.Set<AgreementShowing>().AsNoTracking().Where(s => s.AgreementId == id).ToDictionaryAsync(s => s.Version, s => s.At, cancellation);
        var versions = await db.Set<AgreementVersion>().AsNoTracking().Where(v => v.AgreementId == id).OrderByDescending(v => v.Number)
            .Select(v => new VersionLine(v.Number, v.Name, v.At, v.Origin, v.RestoredFrom)).ToListAsync(cancellation);
        return new(db, file, file.Presides ? versions : [.. versions.Where(v => shown.ContainsKey(v.Number))], shown);
    }

    /// <summary>The latest that he may see; 0 for none.</summary>
    public int Latest => Versions.Count == 0 ? 0 : Versions[0].Number;

    /// <param name="number">0: before anything was written.</param>
    /// <exception cref="RefusalException">Not found, also when it exists and he may not see it.</exception>
    public SeenVersion Seen(int number)
    {
        SharedRules.NotFound.When(number != 0 && Versions.All(v => v.Number != number));
        return new(Db, File.Agreement.Id, number);
    }

    public bool IsFrozen(int number) => File.Agreement.Rounds.Any(round => round.Version == number);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Persistence.Cases;

/// <summary>Last serial given in a year. The row stays locked until the case commits, so a rolled-back filing leaves no gap.</summary>
public sealed class CaseNumberYear
{
    public int Year { get; init; }
    public long Last { get; init; }
}

internal sealed class CaseNumberYearTable : IEntityTypeConfiguration<CaseNumberYear>
{
    public void Configure(EntityTypeBuilder<CaseNumberYear> years)
    {
        years.ToTable("case_number_years");
        years.HasKey(y => y.Year);
        years.Property(y => y.Year).ValueGeneratedNever();
    }
}

public static class CaseNumbers
{
    /// <summary>The next serial of a year; call within the transaction that stores the case.</summary>
    public static async Task<long> NextAsync(OdrDb db, int year, CancellationToken cancellation)
    {
        var next = await db.Database.SqlQuery<long>($"""
            insert into case_number_years (year, last) values ({year}, 1)
            on conflict (year) do update set last = case_number_years.last + 1
            returning last as "Value"
            """).ToListAsync(cancellation);
        return next.Single();
    }
}

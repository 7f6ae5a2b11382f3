using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Shared;

/// <summary>A part of the demo data (<c>seed --demo</c>). Running it again changes nothing.</summary>
public interface IDemoSeed
{
    /// <summary>Smaller first: what others point at comes before them.</summary>
    int Order { get; }

    Task SeedAsync(OdrDb db, CancellationToken cancellation);
}

using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace NonLitigation.Odr.Persistence.Shared;

/// <summary>Compares lists that are replaced as a whole and never changed in place.</summary>
internal static class Unchanging
{
    public static ValueComparer<IReadOnlyList<T>> List<T>() => new((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list);
}

// Faults planted for the twin of the feature order: a lower feature that looks at a higher one.
#pragma warning disable IDE0130
namespace Planted.Sample.Rooms
{
    public sealed class HigherUp
    {
        public static int Number(Law.LooksUpInABody down) => down.GetHashCode();
    }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class HigherAttribute : Attribute;
}

namespace Planted.Sample.Law
{
    public sealed class LooksUpInABody
    {
        public int Look() => Rooms.HigherUp.Number(this);
    }

    [Rooms.Higher]
    public sealed class LooksUpInAnAttribute;

    public sealed class LooksUpInAGeneric
    {
        public List<Rooms.HigherUp[]> All { get; } = [];
    }
}

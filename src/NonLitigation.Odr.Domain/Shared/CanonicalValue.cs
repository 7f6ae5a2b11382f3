using System.Collections;

namespace NonLitigation.Odr.Domain.Shared;

/// <summary>The closed set of values that canonical JSON holds here: object, array, string, integer, boolean, null. No fractions.</summary>
public abstract class CanonicalValue
{
    private protected CanonicalValue() { }

    public static CanonicalValue Null { get; } = new CanonicalNull();

    public static CanonicalValue From(string? text) => text is null ? Null : new CanonicalString(text);

    public static CanonicalValue From(long? number) => number is { } n ? new CanonicalInteger(n) : Null;

    public static CanonicalValue From(bool flag) => flag ? CanonicalBoolean.True : CanonicalBoolean.False;

    public static implicit operator CanonicalValue(string? text) => From(text);

    public static implicit operator CanonicalValue(long number) => From(number);

    public static implicit operator CanonicalValue(bool flag) => From(flag);
}

public sealed class CanonicalNull : CanonicalValue
{
    internal CanonicalNull() { }
}

public sealed class CanonicalBoolean : CanonicalValue
{
    internal static readonly CanonicalBoolean True = new(true), False = new(false);

    private CanonicalBoolean(bool value) => Value = value;

    public bool Value { get; }
}

public sealed class CanonicalString(string value) : CanonicalValue
{
    public string Value { get; } = value ?? throw new ArgumentNullException(nameof(value));
}

/// <summary>An integer that every JSON reader keeps exactly: at most 2^53 - 1 in size (RFC 8785 writes numbers as doubles).</summary>
public sealed class CanonicalInteger : CanonicalValue
{
    public const long Largest = (1L << 53) - 1;

    public CanonicalInteger(long value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Largest);
        ArgumentOutOfRangeException.ThrowIfLessThan(value, -Largest);
        Value = value;
    }

    public long Value { get; }
}

public sealed class CanonicalArray : CanonicalValue, IReadOnlyList<CanonicalValue>
{
    private readonly List<CanonicalValue> _items = [];

    public CanonicalArray() { }

    public CanonicalArray(IEnumerable<CanonicalValue> items) => _items.AddRange(items);

    public int Count => _items.Count;

    public CanonicalValue this[int index] => _items[index];

    public void Add(CanonicalValue item) => _items.Add(item ?? Null);

    public IEnumerator<CanonicalValue> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>An object whose names are unique and sorted by UTF-16 code units, as RFC 8785 (3.2.3) asks.</summary>
public sealed class CanonicalObject : CanonicalValue, IEnumerable<KeyValuePair<string, CanonicalValue>>
{
    private readonly SortedDictionary<string, CanonicalValue> _members = new(StringComparer.Ordinal);

    public int Count => _members.Count;

    /// <summary>Null (not <see cref="CanonicalValue.Null"/>) when there is no such member.</summary>
    public CanonicalValue? this[string name]
    {
        get => _members.GetValueOrDefault(name);
        set => _members[name] = value ?? Null;
    }

    public IEnumerable<string> Names => _members.Keys;

    /// <summary>The member when it is a string, else null.</summary>
    public string? Text(string name) => (this[name] as CanonicalString)?.Value;

    /// <summary>The member when it is an integer, else null.</summary>
    public long? Number(string name) => (this[name] as CanonicalInteger)?.Value;

    /// <exception cref="ArgumentException">When the name is already there.</exception>
    public void Add(string name, CanonicalValue? value) => _members.Add(name, value ?? Null);

    public IEnumerator<KeyValuePair<string, CanonicalValue>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

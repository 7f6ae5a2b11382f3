using System.Diagnostics.CodeAnalysis;

namespace NonLitigation.Odr.Domain.Shared;

/// <summary>A named refusal: a stable code such as <c>rooms.not-open</c> and one plain sentence in Chinese and English.</summary>
public sealed record RefusalReason(string Code, string Zh, string En)
{
    /// <summary>The fields at fault, by their wire path such as <c>respondents[0].contact</c>, when it is about a form.</summary>
    public IReadOnlyDictionary<string, RefusalReason>? Fields { get; init; }

    /// <summary>Refuses when <paramref name="broken"/>; reads as the sentence "refuse when ...".</summary>
    /// <exception cref="RefusalException">When the rule is broken.</exception>
    public void When([DoesNotReturnIf(true)] bool broken)
    {
        if (broken) throw new RefusalException(this);
    }

    public RefusalException Refused() => new(this);
}

/// <summary>The only exception type for "you may not do this"; its message is the code. Anything else that escapes is a fault.</summary>
public sealed class RefusalException(RefusalReason reason, Exception? inner = null) : Exception(reason?.Code, inner)
{
    public RefusalReason Reason { get; } = reason ?? throw new ArgumentNullException(nameof(reason));

    public string Code => Reason.Code;
}

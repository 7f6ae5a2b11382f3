using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Application.Shared;

/// <summary>Who asks: the signed-in person, or nobody (PersonId null).</summary>
public sealed record Caller(Guid? PersonId, string DisplayName, IReadOnlySet<string> Roles)
{
    public static readonly Caller Nobody = new(null, "", new HashSet<string>());

    /// <exception cref="RefusalException"><see cref="SharedRules.NotSignedIn"/>.</exception>
    public Guid Person => PersonId ?? throw SharedRules.NotSignedIn.Refused();
}

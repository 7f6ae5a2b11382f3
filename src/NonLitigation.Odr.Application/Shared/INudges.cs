using NonLitigation.Odr.Contracts.Shared;

namespace NonLitigation.Odr.Application.Shared;

/// <summary>Tells people's open pages to ask again for something. A nudge carries no content and may be lost without harm.</summary>
public interface INudges
{
    /// <summary>Returns at once; call it after the commit.</summary>
    Task ChangedAsync(IEnumerable<Guid> personIds, ChangeTopic topic, Guid id);
}

using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>The panel: where the presiding mediator consults colleagues about a case, out of sight of every party.</summary>
public static class PanelRules
{
    /// <summary>Colleagues asked in one request.</summary>
    public const int MostAtOnce = 10;

    public static readonly RefusalReason MediatorsOnly = new("rooms.panel-mediators-only",
        "合议室只供主持调解员和应邀的同事使用。", "The panel is for the presiding mediator and the colleagues asked into it, and they are nowhere else.");

    public static readonly RefusalReason NobodyAsked = new("rooms.panel-nobody-asked",
        "请选择一至十位同事。", "Choose one to ten colleagues.");

    public static readonly RefusalReason NotYourColleague = new("rooms.panel-not-a-colleague",
        "只能请本组织的其他调解员参加合议。", "Only other mediators of the organisation that has the case can be asked into the panel.");
}

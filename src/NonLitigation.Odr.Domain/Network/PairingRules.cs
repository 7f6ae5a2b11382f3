using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Network;

/// <summary>Refusals around pairings and their legal guides.</summary>
public static class PairingRules
{
    public static readonly RefusalReason WithItself = new("pairings.with-itself",
        "一个组织不能与自己结对。", "An organisation cannot be paired with itself.");

    public static readonly RefusalReason GivesNoGuidance = new("pairings.gives-no-guidance",
        "只能与法院、派出所、司法所、律师事务所或者法律服务所结对。", "The partner must be a court, a police station, a justice office, a law firm or a legal-service station.");

    public static readonly RefusalReason OnlyMediating = new("pairings.only-mediating",
        "结对的一方须是调解组织。", "One side of a pairing must be an organisation that mediates.");

    public static readonly RefusalReason AlreadyPaired = new("pairings.already-paired",
        "这两个组织已经结对。", "These two organisations are paired already.");

    public static readonly RefusalReason Ended = new("pairings.ended",
        "这个结对已经结束。", "This pairing has ended.");

    public static readonly RefusalReason GuideNeedsName = new("pairings.guide-needs-name",
        "请填写法治指导员的姓名，不超过40个字。", "Give the legal guide's name, at most 40 characters.");

    public static readonly RefusalReason GuideNeedsContact = new("pairings.guide-needs-contact",
        "请填写法治指导员的手机号码或者电子邮箱。", "Give the legal guide's mobile number or e-mail address.");

    public static readonly RefusalReason AlreadyGuide = new("pairings.already-guide",
        "此人已经是这个结对的法治指导员。", "This person is a legal guide of this pairing already.");
}

using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>Why something about a guest is refused.</summary>
public static class GuestsRules
{
    public static readonly RefusalReason IdMissing = new("guests.id-missing",
        "缺少编号，请重新提交。", "The proposal has no id; please send it again.");

    public static readonly RefusalReason IdReused = new("guests.id-reused",
        "这个编号已经用于另一次邀请，请重新提交。", "This id was already used for another guest; please send it again.");

    public static readonly RefusalReason Name = new("guests.name",
        "请填写受邀人的姓名，最多80字。", "Please give the guest's name, at most 80 characters.");

    public static readonly RefusalReason Contact = new("guests.contact",
        "请填写受邀人正确的手机号或者电子邮箱。", "Please give a valid mobile number or e-mail address of the guest.");

    public static readonly RefusalReason Capacity = new("guests.capacity",
        "请选择受邀人以什么身份参加。", "Please choose in what capacity the guest takes part.");

    public static readonly RefusalReason Languages = new("guests.languages",
        "请为译员选择两种至五种语言。", "Please choose two to five languages for the interpreter.");

    public static readonly RefusalReason Reason = new("guests.reason",
        "请写明邀请的理由，最多500字。", "Please say what the guest is asked for, in at most 500 characters.");

    public static readonly RefusalReason NotHere = new("guests.not-here",
        "只能邀请人进入联合调解室或者单独沟通室。", "Guests can be asked into a joint room or a caucus only.");

    public static readonly RefusalReason PartyAnswers = new("guests.party-answers",
        "是否同意由本调解室的当事人本人决定。", "Whether to consent is for the parties of this room themselves.");

    public static readonly RefusalReason Withdrawn = new("guests.withdrawn",
        "调解员已经撤回这项邀请。", "The mediator has withdrawn this proposal.");

    public static readonly RefusalReason CameIn = new("guests.came-in",
        "受邀人已经进入调解室，不能再改变答复；如有意见，请告诉调解员。", "The guest has come in, so the answer stands; if you object, tell the mediator.");

    public static readonly RefusalReason RemoveInstead = new("guests.remove-instead",
        "受邀人已经进入调解室；需要他离开时，请从名单中移出。", "The guest has come in; to have him leave, remove him on the roster.");

    public static readonly RefusalReason NotInvited = new("guests.not-invited",
        "这项邀请目前没有效力：可能有当事人收回了同意，或者调解员撤回了邀请。", "This invitation does not stand now: a party may have taken his consent back, or the mediator has withdrawn it.");

    public static readonly RefusalReason OtherWords = new("guests.other-words",
        "保密承诺的文字已经更新，请重新阅读后再确认。", "The words of the undertaking have changed; please read them again.");

    public static readonly RefusalReason AlreadyHere = new("guests.already-here",
        "您已经以其他身份参加本次调解，不能同时作为受邀人。", "You take part in this mediation already, so you cannot be a guest of it as well.");
}

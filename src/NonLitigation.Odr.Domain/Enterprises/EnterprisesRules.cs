using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Enterprises;

/// <summary>Every refusal of this feature. Whose mandate does not reach as far finds nothing, like a stranger.</summary>
public static class EnterprisesRules
{
    public static readonly RefusalReason NameInvalid = new("enterprises.name-invalid",
        "请填写姓名或者名称，不要超过规定的长度，也不要含有不可见的字符。", "Give a name, not too long and without invisible characters.");

    public static readonly RefusalReason CreditCodeInvalid = new("enterprises.credit-code-invalid",
        "统一社会信用代码有误，请核对（18位）。", "This unified social credit code cannot be right; it has 18 characters.");

    public static readonly RefusalReason ScopeUnknown = new("enterprises.scope-unknown",
        "请选择授权范围。", "Please choose the scope of the mandate.");

    public static readonly RefusalReason ValidityPast = new("enterprises.validity-past",
        "授权截止日不能早于今天。", "The last day of a mandate cannot lie in the past.");

    public static readonly RefusalReason ValidityTooLong = new("enterprises.validity-too-long",
        "一次授权最长五年，到期后可以再次授权。", "A mandate holds for at most five years; it can be given again afterwards.");

    public static readonly RefusalReason AlreadyGranted = new("enterprises.already-granted",
        "这个联系方式已有有效的授权。如需变更，请先撤销原授权。", "This contact holds a mandate already. To change it, revoke that one first.");

    public static readonly RefusalReason TooManyMandates = new("enterprises.mandates-over-limit",
        "有效授权最多100份，请先撤销不再需要的授权。", "At most 100 mandates can be in force; revoke what is no longer needed first.");

    public static readonly RefusalReason ButlerCannotRepresent = new("enterprises.butler-cannot-represent",
        "管家团队成员不能同时代表企业。", "A member of the butler team cannot speak for the enterprise as well.");

    public static readonly RefusalReason NobodyMayGrant = new("enterprises.nobody-may-grant",
        "企业须至少有一位已登录过的全权代表。请先授权另一位全权代表并请其登录，再撤销这份授权。",
        "An enterprise needs one person with full scope who has entered. Give somebody else full scope, let that person enter, then revoke this one.");

    public static readonly RefusalReason TeamInvalid = new("enterprises.team-invalid",
        "管家团队须有一位负责人，且成员不能重复。", "A butler team has exactly one lead, and nobody twice.");
}

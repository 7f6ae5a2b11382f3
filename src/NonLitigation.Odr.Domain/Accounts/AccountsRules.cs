using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Accounts;

/// <summary>Why somebody is not let in. None of them tells whether an account exists.</summary>
public static class AccountsRules
{
    public static readonly RefusalReason NotSignedIn = new("accounts.not-signed-in",
        "请先登录。", "Please sign in first.");
    public static readonly RefusalReason ContactInvalid = new("accounts.contact-invalid",
        "请填写正确的手机号或者电子邮箱。", "Please give a valid mobile number or e-mail address.");
    public static readonly RefusalReason CodeWrong = new("accounts.code-wrong",
        "验证码不正确或者已经失效，请核对后重试，或者重新获取。", "The code is wrong or no longer valid. Check it, or ask for a new one.");
    public static readonly RefusalReason NameNeeded = new("accounts.name-needed",
        "第一次使用请填写您的姓名。", "Please give your name; it is your first time here.");
    public static readonly RefusalReason NameInvalid = new("accounts.name-invalid",
        "姓名最多80字，不能含有换行或者不可见的字符。", "A name has at most 80 characters, in one line, none of them invisible.");
    public static readonly RefusalReason LinkNotFound = new("accounts.link-not-found",
        "这个链接无效。请核对短信，或者拨打邀请您的机构的电话。", "This link is not valid. Check the message, or call the organisation that invited you.");
    public static readonly RefusalReason LinkExpired = new("accounts.link-expired",
        "这个链接已经过期，请联系邀请您的机构重新发送。", "This link has expired; ask the organisation that invited you to send a new one.");
    public static readonly RefusalReason LinkUsedUp = new("accounts.link-used-up",
        "这个链接已经使用过。请用收到短信的手机号获取验证码进入。", "This link has been used. Enter with a code sent to the number that received it.");
    public static readonly RefusalReason SignInFailed = new("accounts.sign-in-failed",
        "用户名或者密码不正确，或者账号暂时锁定。", "User name or password is wrong, or the account is locked for a while.");
    public static readonly RefusalReason PasskeyFailed = new("accounts.passkey-failed",
        "通行密钥验证没有成功，请重试或者改用验证码。", "The passkey was not accepted; try again or use a code.");
    public static readonly RefusalReason ProofNotValid = new("accounts.proof-not-valid",
        "身份确认已失效，请重新验证后再操作。", "Please prove again that it is you; the last proof no longer holds.");
    public static readonly RefusalReason ContactMissing = new("accounts.contact-missing",
        "您的账号没有登记手机号或者邮箱，无法发送验证码。", "Your account has no number or address that a code could go to.");
    public static readonly RefusalReason TimeZoneUnknown = new("accounts.time-zone-unknown",
        "没有这个时区，请重新选择。", "There is no such time zone; choose another.");
}

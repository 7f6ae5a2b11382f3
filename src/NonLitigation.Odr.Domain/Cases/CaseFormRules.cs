using System.Globalization;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>What can be wrong with one field of the application form.</summary>
public static class CaseFormRules
{
    public static readonly RefusalReason Choose = new("cases.form.choose", "请选择一项。", "Please choose one.");
    public static readonly RefusalReason NoRespondent = new("cases.form.no-respondent", "请至少填写一位被申请人。", "Name at least one respondent.");
    public static readonly RefusalReason TooManyRespondents = new("cases.form.too-many-respondents", "被申请人最多30位，请联系调解中心协助。", "At most 30 respondents; the centre can help with more.");
    public static readonly RefusalReason TooManyApplicants = new("cases.form.too-many-applicants", "共同申请人最多30位，请联系调解中心协助。", "At most 30 people can apply together; the centre can help with more.");
    public static readonly RefusalReason NoClaim = new("cases.form.no-claim", "请至少写一项请求。", "State at least one claim.");
    public static readonly RefusalReason TooManyClaims = new("cases.form.too-many-claims", "请求最多50项。", "At most 50 claims.");
    public static readonly RefusalReason Contact = new("cases.form.contact", "请填写手机号（境外号码以+国家代码开头）或者电子邮箱。", "Give a mobile number (+country code from abroad) or an e-mail address.");
    public static readonly RefusalReason ContactTwice = new("cases.form.contact-twice", "这个联系方式已用于另一方，每一方需要自己的联系方式。", "Another party already has this contact; each needs his own.");
    public static readonly RefusalReason IdNumber = new("cases.form.id-number", "证件号码有误，请核对。", "This identity number cannot be right; please check it.");
    public static readonly RefusalReason Amount = new("cases.form.amount", "金额须大于零；不涉及金钱的请求请留空。", "The amount must be above zero; leave it empty when the claim is not for money.");
    public static readonly RefusalReason Against = new("cases.form.against", "请选择这项请求针对哪些被申请人。", "Choose the respondents this claim is against.");
    public static readonly RefusalReason StrangeCharacters = new("cases.form.strange-characters", "含有不可见的控制字符，请删除后再试。", "There are invisible control characters; please remove them.");

    public static RefusalReason TooLong(int longest) => new("cases.form.too-long",
        string.Create(CultureInfo.InvariantCulture, $"最多{longest}字。"), string.Create(CultureInfo.InvariantCulture, $"At most {longest} characters."));
}

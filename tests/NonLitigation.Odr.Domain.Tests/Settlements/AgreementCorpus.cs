using NonLitigation.Odr.Domain.Settlements;
using static NonLitigation.Odr.Domain.Tests.Settlements.SigningBench;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

/// <summary>Agreements as mediators write them, made up for these tests: each faulty one with the fault that a clerk would name.</summary>
internal static class AgreementCorpus
{
    private const string Default = "逾期未付的，应当按未付金额的每日万分之三支付违约金。";
    private const string Facts = "李海生于2026年7月至9月在周永顺、吴建国的渔船上工作，工资未结清，各方对天数无争议。";

    /// <param name="Fault">Code of the finding; null when it is sound.</param>
    internal sealed record Example(string Name, string? Fault, AgreementContent Content, SigningRoster Roster);

    public static IReadOnlyList<Example> Faulty { get; } =
    [
        // Incomplete obligations (人民调解法 29, 民诉解释 358: unclear content).
        Owing("nobody owes it", "obligor-missing", Wages with { ObligorPartyId = null }),
        Owing("owed to nobody", "obligee-missing", Wages with { ObligeePartyId = null }),
        Owing("owed to himself", "owed-to-oneself", Wages with { ObligeePartyId = Zhou.PartyId }),
        Owing("owed to a joint debtor", "owed-to-oneself", Wages with { JointObligorPartyIds = [Li.PartyId] }),
        Owing("neither sum nor object", "object-missing", Wages with { AmountFen = null, What = "" }),
        Owing("no manner", "manner-missing", Wages with { Manner = "" }),
        Owing("no date", "due-missing", Wages with { DueOn = null }),
        Owing("a date long past", "due-past", Wages with { DueOn = new(2025, 12, 1) }),
        Owing("a transfer to no account", "account-missing", Wages with { Manner = "银行转账" }),
        Owing("a remittance to no account", "account-missing", Wages with { Manner = "汇款给本人" }),
        Owing("goods handed over nowhere", "place-missing", new(Zhou.PartyId, Li.PartyId, null, "返还渔具一套", "当面点清", Due)),
        Owing("a repair nowhere", "place-missing", new(Zhou.PartyId, Li.PartyId, null, "修复漏水的阳台", "自行施工", Due)),
        Owing("the sum hides in the text", "amount-not-in-its-field", new(Zhou.PartyId, Li.PartyId, null, "支付工资1600元", "付至本人银行账户", Due)),
        Owing("the sum hides in the text, in wan", "amount-not-in-its-field", new(Zhou.PartyId, Li.PartyId, null, "退还定金1.2万元", "付至本人银行账户", Due)),
        Saying("nothing on default", "default-consequence-missing", "各方就此再无其他争议。", withDefault: false),
        Telling("no facts", "facts-missing", ""),
        new("nothing agreed at all", "nothing-agreed", AgreementContent.Of(Facts, [], []), Roster),

        // Vague words.
        Saying("as soon as possible", "vague-words", "周永顺应当尽快付清。"),
        Saying("suitable compensation", "vague-words", "周永顺给予李海生适当补偿。"),
        Saying("when there is money", "vague-words", "吴建国有钱时一次付清。"),
        Saying("when business is better", "vague-words", "待经济好转后支付。"),
        Saying("to be negotiated", "vague-words", "其余部分由各方另行协商。"),
        Saying("a reasonable time", "vague-words", "在合理期限内搬离。"),
        Saying("some other costs", "vague-words", "另付交通等相关费用。"),
        Saying("about so much", "vague-words", "补助大约五百。"),
        Owing("a vague manner", "vague-words", Wages with { Manner = "视情况付至本人银行账户" }),

        // Figures against words, instalments, totals, currency.
        Saying("another sum in words", "amount-words-differ", "周永顺支付1600元（大写：壹仟捌佰元整）。"),
        Saying("words that are no sum", "amount-words-differ", "周永顺支付1,600元（壹仟元陆佰）。"),
        Saying("ten times as much in words", "amount-words-differ", "吴建国支付18000元，大写人民币壹仟捌佰元整。"),
        Saying("fen forgotten in words", "amount-words-differ", "支付3400.50元（大写叁仟肆佰元整）。"),
        Saying("three times one thousand", "instalments-do-not-add-up", "分3期支付，每期支付1000元，共计4000元。"),
        Saying("two instalments", "instalments-do-not-add-up", "分两期付清，每期900元，合计1600元。"),
        Saying("monthly for a year", "instalments-do-not-add-up", "分12个月支付，每月500元，总计5000元。"),
        Saying("a total that the obligations do not make", "total-differs", "上述款项共计5000元。"),
        Saying("a total in wan", "total-differs", "以上合计0.5万元。"),
        Saying("dollars", "foreign-currency", "运费按200美元结算。"),
        Saying("a coin", "foreign-currency", "以USDT等值支付。"),

        // Not signed electronically (电子签名法 3).
        Saying("a divorce", "personal-status", "双方自愿离婚。"),
        Saying("custody", "personal-status", "婚生子由女方抚养，男方每月付抚养费。"),
        Saying("an adoption", "personal-status", "由周永顺收养李某。"),
        Saying("an inheritance", "personal-status", "父亲名下存款由李海生继承。"),
        Saying("an estate", "personal-status", "母亲的遗产由三人均分。"),
        Saying("family ties cut", "personal-status", "自即日起断绝父子来往。"),

        // Not confirmed (民诉解释 355).
        Saying("a house is his", "rights-confirmed", "涉案房屋归李海生所有。"),
        Saying("land use", "rights-confirmed", "该宅基地归周永顺使用。"),
        Saying("a patent", "rights-confirmed", "专利权归吴建国所有。"),
        Saying("shares", "rights-confirmed", "公司30%股权归李海生。"),
        Saying("a bankruptcy", "other-procedure", "由周永顺申请公司破产后清偿。"),
        Saying("somebody declared missing", "other-procedure", "各方同意申请宣告失踪。"),

        // Refused (民诉解释 358) and forbidden.
        Saying("no lawsuit ever", "remedies-waived", "李海生今后不得起诉。"),
        Saying("no arbitration", "remedies-waived", "申请人放弃仲裁。"),
        Saying("no complaint to the authorities", "remedies-waived", "不得投诉、不得信访。"),
        Saying("no police", "crime-settled", "李海生不报警，双方私了。"),
        Saying("no prosecution", "crime-settled", "赔偿后不追究刑事责任。"),
        Saying("no social insurance", "insurance-waived", "李海生自愿放弃社会保险。"),
        Saying("no responsibility for injuries", "insurance-waived", "工伤概不负责。"),
        Saying("a fee for the mediator", "fee-charged", "双方各付调解费200元。"),
        Saying("held until it is paid", "against-public-order", "付清前由船东扣押身份证。"),
        Saying("two per cent a month", "interest-too-high", "按月利率2%计息。"),
        Saying("twenty-four per cent a year", "interest-too-high", "按年利率24%支付利息。"),
        Saying("a thousandth a day", "interest-too-high", "日息1‰。"),
        Saying("his father pays", "third-party", "由其父代为清偿。"),
        Saying("an unsigned guarantor", "third-party", "担保人王某承担连带责任。"),
        Saying("collective property", "others-interests", "以村集体的鱼塘抵付。"),
        Owing("binds a stranger", "party-not-taking-part", Wages with { ObligorPartyId = Guid.CreateVersion7() }),
        Owing("a stranger is jointly bound", "party-not-taking-part", Wages with { JointObligorPartyIds = [Guid.CreateVersion7()] }),
        Telling("a child without guardian", "capacity", "李海生系未成年人，在船上帮工。"),
        Telling("somebody without capacity", "capacity", "申请人患精神病，工资未领取。"),

        // Signs of a sham (在线调解规则 23) and who cannot sign.
        Saying("a house for a debt", "sham-signs", "周永顺名下房屋以房抵债。"),
        Telling("to evade enforcement", "sham-signs", "双方商定走个程序，用于对抗执行。"),
        new("one person for two parties", "one-person-for-both", Both, new([Li, Zhou, Wu with { PersonId = Zhou.PersonId }], Mediator, Seal)),
        new("one party alone", "signers-missing", Both, new([Li], Mediator, Seal)),
        new("no seal anywhere", "no-seal", Both, new([Li, Zhou, Wu], Mediator, null)),
    ];

    public static IReadOnlyList<Example> Sound { get; } =
    [
        Sum("wages of two owners", Facts, [Default], Wages, Pays(Wu, Li, 1_800) with { Manner = "付至李海生银行账户" }),
        Sum("wages with the total", Facts, [Default, "上述工资共计3400元。"], Wages, Pays(Wu, Li, 1_800) with { Manner = "付至李海生微信" }),
        Sum("figures and words agree", Facts, [Default, "其中周永顺支付1600元（大写：壹仟陆佰元整）。"], Wages),
        Sum("figures and words agree, with fen", Facts, [Default, "利息120.50元（人民币壹佰贰拾元伍角）一并免除。"], Wages),
        Sum("three instalments that add up", Facts, [Default, "分3期支付，每期支付1200元，共计3600元。"], Loan(1_200, 1), Loan(1_200, 2), Loan(1_200, 3)),
        Sum("twelve months", "借款6000元属实。", [Default, "分12个月支付，每月500元，总计6000元。"], [.. Enumerable.Range(1, 12).Select(month => Loan(500, month))]),
        Sum("two owe jointly", Facts, [Default], Wages with { JointObligorPartyIds = [Wu.PartyId] }),
        Sum("a fishing net is returned", "借用渔网未还。", ["逾期不还的，按市价赔偿。"], new Obligation(Zhou.PartyId, Li.PartyId, null, "返还渔网一张", "送到李海生家中", Due)),
        Sum("a leak is repaired", "楼上漏水致楼下墙面受损。", ["逾期未修复的，由李海生自行修复，费用由周永顺承担。"], new Obligation(Zhou.PartyId, Li.PartyId, null, "修复卫生间漏水", "在3号楼201室现场施工，双方验收", Due)),
        Sum("an apology", "在业主群里发生争吵。", ["各方今后互不指责。"], new Obligation(Zhou.PartyId, Li.PartyId, null, "赔礼道歉", "在业主群内发布书面道歉", Due)),
        Sum("goods are changed", "购买的冰箱有质量问题。", ["逾期未更换的，退还全部货款。"], new Obligation(Zhou.PartyId, Li.PartyId, null, "更换同型号冰箱一台", "上门更换", Due)),
        Sum("a deposit comes back", "租房押金未退。", [Default], Pays(Zhou, Li, 2_000) with { What = "退还押金", Manner = "支付宝转账" }),
        Sum("compensation for a car", "停车时刮擦，责任无争议。", [Default], Pays(Zhou, Li, 850) with { What = "赔偿修车费", Manner = "微信转账" }),
        Sum("interest within the law", "借款5000元，约定年利率6%。", [Default, "利息按年利率6%计算至付清之日。"], Pays(Zhou, Li, 5_000) with { What = "偿还借款", Manner = "付至尾号6228480012345678的账户" }),
        Sum("a child with his mother", "李海生系未成年人，由其法定代理人参加调解。", [Default], Wages),
        Sum("quiet at night", "夜间施工噪声扰民。", ["违约一次支付违约金500元。"], new Obligation(Zhou.PartyId, Li.PartyId, null, "每日22时至次日6时停止施工", "自签署之日起执行", Due)),
        Sum("work comes to an end by consent", "双方协商一致解除劳动合同。", [Default, "劳动合同于2026年11月30日解除。"], Pays(Zhou, Li, 12_000) with { What = "经济补偿", Manner = "付至工资卡" }),
        Sum("freight", "运输途中货物受潮，损失经双方清点确认。", [Default, "各项损失合计8600元。"], Pays(Zhou, Li, 8_600) with { What = "赔偿货损", Manner = "对公账户转账" }),
        Sum("a suit is withdrawn", "双方因合同款项发生争议。", [Default, "李海生收到款项后三日内撤回起诉。"], Pays(Zhou, Li, 30_000) with { What = "合同款", Manner = "付至李海生账户" }),
        Sum("support for the old is only about money", "双方对母亲的医疗费分担有争议。", [Default], Pays(Zhou, Li, 3_000) with { What = "承担医疗费", Manner = "付至李海生银行账户" }),
        Sum("a boundary between fields", "相邻田埂被占。", ["今后以界桩为准，任何一方不得移动；违约的恢复原状。"], new Obligation(Zhou.PartyId, Li.PartyId, null, "恢复田埂原状", "在村东地界现场恢复", Due)),
    ];

    private static Obligation Wages => Pays(Zhou, Li, 1_600) with { Manner = "付至李海生银行账户" };

    private static AgreementContent Both => AgreementContent.Of(Facts, [new(Default)], [Wages, Wages with { ObligorPartyId = Wu.PartyId, AmountFen = 180_000 }]);

    private static Obligation Loan(int yuan, int month) => Pays(Zhou, Li, yuan) with { What = "偿还借款", Manner = "付至李海生银行账户", DueOn = Due.AddMonths(month) };

    private static Example Owing(string name, string fault, Obligation obligation) => new(name, fault, AgreementContent.Of(Facts, [new(Default)], [obligation]), Roster);

    private static Example Saying(string name, string fault, string clause, bool withDefault = true) =>
        new(name, fault, AgreementContent.Of(Facts, withDefault ? [new(Default), new(clause)] : [new(clause)], [Wages]), Roster);

    private static Example Telling(string name, string fault, string facts) => new(name, fault, AgreementContent.Of(facts, [new(Default)], [Wages]), Roster);

    private static Example Sum(string name, string facts, string[] clauses, params Obligation[] obligations) =>
        new(name, null, AgreementContent.Of(facts, clauses.Select(text => new Clause(text)), obligations), Roster);
}

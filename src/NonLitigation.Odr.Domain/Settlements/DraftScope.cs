using NonLitigation.Odr.Domain.Law;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>What cannot be signed electronically, and what courts do not confirm: to be split off, or signed on paper.</summary>
internal static class DraftScope
{
    /// <summary>电子签名法 3: marriage, adoption, inheritance and other personal status.</summary>
    private static readonly string[] PersonalStatus =
    [
        "离婚", "解除婚姻", "婚姻关系", "结婚", "收养", "抚养权", "由女方抚养", "由男方抚养", "监护权", "变更监护", "继承", "遗产", "遗嘱", "亲子关系", "断绝父", "断绝母", "赡养协议",
    ];
    /// <summary>民诉解释 355: of marriage, parentage, adoption only validity, invalidity and dissolution; confirmation of rights in rem and of intellectual property.</summary>
    private static readonly string[] RightsConfirmed = ["确认归", "产权归", "所有权归", "房屋归", "土地使用权归", "宅基地归", "专利权归", "商标权归", "著作权归", "股权归", "确权"];
    private static readonly string[] OtherProcedures = ["宣告失踪", "宣告死亡", "认定无民事行为能力", "公示催告", "破产", "撤销行政", "行政处罚"];

    private static readonly string[] StatusDecided = ["离婚", "解除婚姻", "婚姻关系", "收养", "亲子关系", "断绝父", "断绝母"];

    /// <summary>The first words that name a matter which courts do not confirm (民诉解释 355); null when there are none.</summary>
    public static string? NotConfirmedIn(AgreementContent content) => content.Clauses.Select(clause => clause.Text).Concat(content.Obligations.Select(one => $"{one.What}，{one.Manner}"))
        .Select(words => StatusDecided.Concat(RightsConfirmed).Concat(OtherProcedures).FirstOrDefault(words.Contains)).FirstOrDefault(found => found is not null);

    public static IEnumerable<Finding> Look(Draft draft)
    {
        var at = 0;
        foreach (var (words, obligation) in draft.Binding)
        {
            at++; // clauses come first
            if (PersonalStatus.FirstOrDefault(words.Contains) is { } status)
                yield return draft.Blocks("personal-status", LawRules.SignPersonalStatus,
                    $"“{status}”涉及人身关系，不能用电子签名签署。请把这部分拆出，到现场书面办理。", $"“{status}” is about personal status and cannot be signed electronically. Please split it off and sign it on paper.", obligation) with
                { Clause = obligation is null ? at : null };
            if (RightsConfirmed.FirstOrDefault(words.Contains) is { } right)
                yield return draft.Warns("rights-confirmed", LawRules.ConfirmNotAccepted,
                    $"“{right}”属于确认权属，法院不受理确认申请。宜改为具体的给付义务，或者拆出。", $"“{right}” confirms a right: courts do not confirm such agreements. Better an obligation to do something, or split it off.", obligation);
            if (OtherProcedures.FirstOrDefault(words.Contains) is { } other)
                yield return draft.Warns("other-procedure", LawRules.ConfirmNotAccepted, $"“{other}”不属于可以申请确认的事项。", $"“{other}” belongs to another procedure and cannot be confirmed.", obligation);
        }
    }
}

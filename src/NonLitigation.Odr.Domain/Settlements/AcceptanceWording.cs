namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>The words by which a debtor accepts enforcement, with the consent that his data go to the notary (个人信息保护法 23).</summary>
public static class AcceptanceWording
{
    /// <summary>Null when the party owes nothing that is to be paid or handed over, or the frozen bytes cannot be read.</summary>
    public static Saying? For(SigningRound round, Guid partyId)
    {
        if (AgreementTextReader.Read(round.Text) is not { } text) return null;
        var owed = text.Obligations.Index().Where(one => Owes(one.Item, partyId) && EnforcementWords.IsToRender(one.Item.Amount?.Fen, one.Item.What)).ToList();
        if (owed.Count == 0) return null;
        var list = string.Concat(owed.Select(one => $"\n第{one.Index + 1}项：{AgreementWording.Sentence(text, one.Item)}"));
        var name = text.NameOf(partyId);
        return new(
            $"我（{name}）已阅读调解协议书（{text.CaseNumber}，文本哈希值 {round.Hash}）。其中由我履行的是：{list}\n我愿意接受强制执行：上述义务到期没有履行或者没有全部履行的，债权人可以向公证机构申请执行证书，凭公证债权文书和执行证书直接向人民法院申请强制执行，不必先起诉。\n我单独同意：为办理赋予强制执行效力的公证和执行证书，将我的姓名或者名称、证件号码、住所、联系方式和本案调解协议书提供给公证机构。",
            $"I ({name}) have read the agreement ({text.CaseNumber}, hash of the text {round.Hash}). What I have to perform in it is:{list}\nI accept enforcement: if any of it is not performed, or not wholly, when due, the creditor may ask the notary for an execution certificate and with it and the notarised instrument apply to the court for enforcement directly, without suing first.\nI consent separately that, for the notarised instrument and the execution certificate, my name, identity number, address and contact and the agreement of this case are handed to the notary.");
    }

    private static bool Owes(AgreementObligation one, Guid partyId) => one.ObligorPartyId == partyId || one.JointObligorPartyIds.Contains(partyId);
}

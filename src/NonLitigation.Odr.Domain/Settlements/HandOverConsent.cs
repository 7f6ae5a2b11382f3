namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>The words by which a party consents, separately from applying, that his data go to the court (个人信息保护法 23).</summary>
public static class HandOverConsent
{
    public static Saying Text(ChosenCourt court) => new(
        $"我单独同意：为申请司法确认，将我的姓名或者名称、身份证件号码、住所、联系方式，以及本案调解协议书和调解组织主持调解的证明，提供给{court.Name}；共同申请书中的这些信息，其他申请人也能看到。我知道接收方将依法处理这些信息，并且在材料发送之前我可以撤回。",
        $"I consent separately that, for the application for judicial confirmation, my name, identity number, address and contact, the agreement of this case and the proof that the organisation presided are handed to {court.Name}; the other applicants can read them in the joint application too. I know that the recipient processes them by law, and that I can withdraw until they are sent.");

    public static bool Is(string? text, ChosenCourt court) => Text(court) is var (zh, en) && (text == zh || text == en);
}

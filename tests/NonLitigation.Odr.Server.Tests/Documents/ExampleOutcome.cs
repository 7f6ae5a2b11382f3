using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Server.Tests.Accounts;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Documents;

/// <summary>The deckhand's wages against two boat owners, agreed and signed.</summary>
internal static class ExampleOutcome
{
    private static readonly Guid Hand = Guid.Parse("0193d3a0-0000-7000-8000-000000000001"), First = Guid.Parse("0193d3a0-0000-7000-8000-000000000002"),
        Second = Guid.Parse("0193d3a0-0000-7000-8000-000000000003");

    private static readonly DateTimeOffset At = new(2026, 3, 2, 2, 15, 30, TimeSpan.Zero);

    internal static AgreementText Agreement { get; } = new(Guid.Parse("0193d3a0-0000-7000-8000-0000000000aa"), 3, "连非诉〔2026〕000123号", "连云港市总工会非诉讼服务分中心", "王正明",
        [
            new(Hand, "Applicant", "李海生", "3207**********1234", "139****0001", null),
            new(First, "Respondent", "周永顺", "3207**********5678", "139****0002", null),
            new(Second, "Respondent", "吴建国", "3709**********9012", "139****0003", null),
        ],
        "李海生于2025年9月至11月先后在周永顺、吴建国所有的渔船上担任船员。航次结束后，周永顺尚欠工资1,600元，吴建国尚欠工资1,800元，经多次催要未付。\n各方对欠付数额、工作期间均无争议；周永顺、吴建国分别就各自船上的工资承担支付责任，互不连带。",
        ["周永顺、吴建国分别向李海生支付所欠工资，李海生自愿放弃迟延支付的利息。", "李海生收到全部款项后，各方就本次劳务再无其他争议。", "任何一方未按期付款的，李海生可以就该方未付部分依法申请支付令或者向人民法院提起诉讼。"],
        [
            new(First, Hand, Money.FromYuan(1600), "工资", "银行转账至李海生本人账户", new DateOnly(2026, 3, 15)),
            new(Second, Hand, Money.FromYuan(1800), "工资", "银行转账至李海生本人账户", new DateOnly(2026, 3, 31)),
            new(Hand, Second, null, "交还船上保管的救生衣一件、对讲机一部", "当面交还，由船上代表签收", new DateOnly(2026, 3, 20)),
        ]);

    internal static OutcomeContent Content(AgreementText? text = null)
    {
        var agreement = text ?? Agreement;
        var hash = agreement.Hash();
        List<Consent> consents = [.. agreement.Parties.Select((party, i) =>
            new Consent("Party", party.RepresentedBy ?? party.Name, party.RepresentedBy is null ? null : party.Name, party.RepresentedBy ?? party.Name,
                i == 0 ? "通行密钥" : "手机验证码", At.AddMinutes(i), hash, i == 0 ? Evidence(agreement) : null))];
        consents.Add(new("Mediator", agreement.MediatorName, null, agreement.MediatorName, "通行密钥", At.AddMinutes(10), hash, Evidence(agreement)));
        return new(agreement.CanonicalBytes(), consents, At.AddMinutes(11), At.AddMinutes(11), "7K2M-9QXA-0T4B-HJ6R", "https://odr.example.cn/verify");
    }

    /// <summary>What a phone signed for this text.</summary>
    internal static string Evidence(AgreementText agreement, SoftAuthenticator? device = null)
    {
        using var phone = device ?? new SoftAuthenticator();
        var (purpose, nonce) = (SigningPurpose.Of(agreement.AgreementId, agreement.Hash().ToString()), RandomNumberGenerator.GetBytes(PasskeyEvidence.NonceBytes));
        var options = $$"""{"challenge":"{{Base64Url.EncodeToString(PasskeyEvidence.Challenge(purpose, nonce))}}","rpId":"odr.example.cn"}""";
        var response = JsonNode.Parse(phone.Get(options, new("https://odr.example.cn")))!["response"]!;
        byte[] Bytes(string name) => Base64Url.DecodeFromChars((string)response[name]!);
        return Encoding.UTF8.GetString(CanonicalJson.Serialize(
            new PasskeyEvidence(purpose, nonce, Bytes("clientDataJSON"), Bytes("authenticatorData"), Bytes("signature"), phone.CoseKey()).ToJson()));
    }

    internal static OutcomeRenderer Renderer(TimestampClient? timestamps = null) => new(TestPrinter.Shared, OutcomeRenderer.DebianFonts, ExampleTranscript.Keys, timestamps);

    internal static async Task<byte[]> PdfAsync(AgreementText? text = null)
    {
        return (await Renderer().RenderAsync(Content(text), [], CancellationToken.None)).Pdf;
    }
}

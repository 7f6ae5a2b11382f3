using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Server.Settlements;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Documents;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;
using static NonLitigation.Odr.Server.Tests.Negotiation.ProposalWire;
using OutcomeState = NonLitigation.Odr.Contracts.Settlements.OutcomeState;

namespace NonLitigation.Odr.Server.Tests.Settlements;

public sealed class SigningByCertificate
{
    [Fact]
    public async Task Adds_what_the_authority_signed_and_the_verifier_checks_it_by_itself()
    {
        await using var authority = await CertificationAuthority.OpenAsync();
        await using var cluster = await OdrCluster.StartAsync(adjust: authority.Connect);
        await using var stage = await SettlementStage.OpenAsync(cluster);
        var frozen = await stage.FrozenAsync();
        Assert.Equal("测试认证中心", frozen.SignatureAuthority);
        await SignAsync(stage, frozen, stage.Li, "李海生");
        await stage.SignAsync(stage.Zhou, frozen, "周永顺");
        await stage.SignAsync(stage.Wu, frozen, "吴建国");
        await stage.SignAsync(stage.Mediator, frozen, "王正");
        var (key, asked) = Assert.Single(authority.Asked);
        Assert.NotEqual(Guid.Empty, key);
        Assert.Equal(("李海生", "13900000001", frozen.FrozenHash), (asked.Name, asked.Contact, asked.Sha256));
        AgreementView view;
        for (var end = DateTime.UtcNow.AddSeconds(60); (view = await stage.ReadAsync(stage.Li)).OutcomeState != OutcomeState.Ready; await Task.Delay(200)) Assert.True(DateTime.UtcNow < end);
        var pdf = await stage.Li.Http.GetByteArrayAsync(new Uri($"api/outcomes/{view.OutcomeId}", UriKind.Relative));
        var trust = cluster.Services.GetRequiredService<Lazy<KeyStore>>().Value.Trust;
        Assert.Contains(Details(trust), d => d.En.Contains("Also signed with a certificate that 测试认证中心 issued to 李海生.", StringComparison.Ordinal));
        Assert.Contains(Details(trust with { SigningAuthorities = [] }), d => d.En.Contains("that authority is not on the list", StringComparison.Ordinal));
        IReadOnlyList<Sentence> Details(Trust by) => new NonLitigation.Odr.Documents.Settlements.DocumentVerifier(by).Verify(pdf) is { Kind: VerdictKind.Genuine } verdict ? verdict.Details : [];
    }

    [Theory]
    [InlineData("declines", "settlements.authority-declines")]
    [InlineData("silent", "settlements.authority-silent")]
    [InlineData("nonsense", "settlements.authority-silent")]
    [InlineData("other bytes", "settlements.certificate-unfit")]
    [InlineData("other name", "settlements.certificate-unfit")]
    [InlineData("other authority", "settlements.certificate-unfit")]
    public async Task Leaves_nothing_behind_when_it_fails_and_the_person_signs_without(string fault, string code)
    {
        await using var authority = await CertificationAuthority.OpenAsync(fault);
        await using var cluster = await OdrCluster.StartAsync(adjust: authority.Connect);
        await using var stage = await SettlementStage.OpenAsync(cluster);
        var frozen = await stage.FrozenAsync();
        var proof = await stage.ProofAsync(stage.Li, SigningPurpose.Of(frozen.Id, frozen.FrozenHash!));
        Assert.Equal(code, await RefusedAsync(() => SignAsync(stage, frozen, stage.Li, "李海生", proof)));
        Assert.DoesNotContain((await stage.ReadAsync(stage.Li)).Signatures, s => s.HasSigned);
        await stage.SignAsync(stage.Li, frozen, "李海生", proof: proof);
        Assert.Null(await cluster.WithDbAsync(db => db.Set<Signature>().Where(s => s.TypedName == "李海生").Select(s => s.Certified).SingleAsync()));
    }

    [Fact]
    public async Task Is_not_offered_where_no_authority_is_connected()
    {
        await using var cluster = await OdrCluster.StartAsync(adjust: RoomCluster.Quick);
        await using var stage = await SettlementStage.OpenAsync(cluster);
        var frozen = await stage.FrozenAsync();
        Assert.Null(frozen.SignatureAuthority);
        Assert.Equal("settlements.no-signature-authority", await RefusedAsync(() => SignAsync(stage, frozen, stage.Li, "李海生")));
    }

    private static async Task<AgreementView> SignAsync(SettlementStage stage, AgreementView agreement, TestPage page, string name, Guid? proof = null) =>
        await page.SendAsync<AgreementView>($"api/agreements/{agreement.Id}/sign", new SignAgreementRequest(agreement.FrozenHash!, name,
            proof ?? await stage.ProofAsync(page, SigningPurpose.Of(agreement.Id, agreement.FrozenHash!)), ByCertificate: true));

    /// <summary>Issues a certificate to whoever is named and signs; or fails in one of the ways of <c>docs/signature-authority.md</c>.</summary>
    private sealed class CertificationAuthority : IAsyncDisposable
    {
        private readonly RSA _key = RSA.Create(2048);
        private readonly X509Certificate2 _root;
        private WebApplication _site = null!;

        private CertificationAuthority() => _root = Root(_key);

        public List<(Guid Key, AuthoritySignatureRequest Request)> Asked { get; } = [];

        public static async Task<CertificationAuthority> OpenAsync(string? fault = null)
        {
            var authority = new CertificationAuthority();
            var builder = WebApplication.CreateBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            builder.Services.ConfigureHttpJsonOptions(json => OdrJson.Apply(json.SerializerOptions));
            authority._site = builder.Build();
            authority._site.MapPost("/signatures", (HttpRequest http, AuthoritySignatureRequest request) => authority.Answer(http, request, fault));
            await authority._site.StartAsync();
            return authority;
        }

        public void Connect(WebApplicationBuilder node)
        {
            RoomCluster.Quick(node);
            node.Configuration["Odr:SignatureAuthority:Address"] = _site.Urls.First();
            node.Configuration["Odr:SignatureAuthority:Name"] = "测试认证中心";
            node.Configuration["Odr:SignatureAuthority:Certificates"] = OutsideTool.FileWith(System.Text.Encoding.ASCII.GetBytes(_root.ExportCertificatePem()), ".pem");
        }

        public async ValueTask DisposeAsync()
        {
            await _site.DisposeAsync();
            _root.Dispose();
            _key.Dispose();
        }

        private IResult Answer(HttpRequest http, AuthoritySignatureRequest request, string? fault)
        {
            Asked.Add((Guid.Parse(http.Headers[HttpSignatureAuthority.KeyHeader].ToString()), request));
            var text = Convert.FromBase64String(request.Text);
            if (fault == "declines") return Results.Json(new AuthorityRefusalView("证件已过期"), statusCode: 422);
            if (fault == "silent") return Results.StatusCode(503);
            if (fault == "nonsense") return Results.Text("<html>");
            if (fault == "other bytes") text[0] ^= 1;
            using var stranger = RSA.Create(2048);
            return Results.Json(new AuthoritySignatureView(Convert.ToBase64String(Sign(text, fault == "other name" ? "李海" : request.Name, fault == "other authority" ? Root(stranger) : _root))));
        }

        private static byte[] Sign(byte[] text, string name, X509Certificate2 root)
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, true, false));
            using var issued = request.Create(root, root.NotBefore, root.NotAfter, RandomNumberGenerator.GetBytes(8));
            var cms = new SignedCms(new ContentInfo(text), detached: true);
            cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, issued, key) { IncludeOption = X509IncludeOption.EndCertOnly });
            return cms.Encode();
        }

        private static X509Certificate2 Root(RSA key)
        {
            var root = new CertificateRequest("CN=测试认证中心", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            root.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(root.PublicKey, false));
            return root.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(2));
        }
    }
}

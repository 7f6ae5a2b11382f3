using System.Buffers.Text;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Server.Tests.Cases;

namespace NonLitigation.Odr.Server.Tests.Accounts;

public sealed class UsingAPasskey(AccountCluster accounts) : IClassFixture<AccountCluster>
{
    private const string Purpose = "sign:a:b";

    [Fact]
    public async Task Registers_signs_in_and_proves_the_person_again()
    {
        using var browser = new Browser(accounts.Cluster);
        using var phone = new SoftAuthenticator();
        var me = await MemberAsync(browser, phone);
        Assert.True((await browser.GetAsync("api/accounts/me")).As<MeView>().HasPasskey);

        using var elsewhere = new Browser(accounts.Cluster);
        Assert.Equal(me.PersonId, (await SignInAsync(elsewhere, phone)).As<MeView>().PersonId);
        var proof = (await ReauthenticateAsync(elsewhere, phone)).As<ReauthenticationView>();
        Assert.Equal("passkey", proof.Method);
        var kept = await accounts.Cluster.WithDbAsync(db => db.Set<ReauthenticationProof>().SingleAsync(one => one.Id == proof.ProofId));
        Assert.Equal((me.PersonId, Purpose), (kept.PersonId, kept.Purpose));
        Assert.Equal(ReauthenticationProof.Life, kept.ExpiresAt - kept.CreatedAt);
    }

    [Fact]
    public async Task Is_refused_when_anything_about_it_is_not_right()
    {
        using var browser = new Browser(accounts.Cluster);
        using var phone = new SoftAuthenticator();
        await MemberAsync(browser, phone);
        using var visitor = new Browser(accounts.Cluster);
        var address = visitor.Address;
        var old = await OptionsAsync(visitor, "sign-in");
        var fresh = await OptionsAsync(visitor, "sign-in");
        using var impostor = new SoftAuthenticator { CredentialId = phone.CredentialId };
        using var unknown = new SoftAuthenticator();
        var good = phone.Get(fresh, address);
        foreach (var (what, credential) in new[]
        {
            ("another challenge", phone.Get(old, address)), ("a page of another site", phone.Get(fresh, new Uri("https://evil.example"))),
            ("another key under the same id", impostor.Get(fresh, address)), ("a key that nobody registered", unknown.Get(fresh, address)),
            ("a changed signature", good.Replace("\"signature\":\"M", "\"signature\":\"N", StringComparison.Ordinal)), ("no credential", "{}"), ("no JSON", "x"), ("nothing", ""), ("null", null!),
        })
        {
            var answer = await visitor.PostAsync("api/accounts/passkeys/sign-in", new CompletePasskeyRequest(credential, null));
            Assert.True((answer.Status, answer.Code) == (422, "accounts.passkey-failed"), $"{what}: {answer.Status} {answer.Text}");
            // Each failed ceremony is over; the next one gets options of its own.
            fresh = await OptionsAsync(visitor, "sign-in");
        }
        Assert.Null(visitor.Cookie);
        using var noCeremony = new Browser(accounts.Cluster);
        (await noCeremony.PostAsync("api/accounts/passkeys/sign-in", new CompletePasskeyRequest(good, null))).IsRefused(422, "accounts.passkey-failed");
    }

    [Fact]
    public async Task Needs_the_person_verified_by_the_device()
    {
        using var browser = new Browser(accounts.Cluster);
        await browser.EnterAsync(AccountCluster.NewNumber());
        using var careless = new SoftAuthenticator { Verifies = false };
        var options = await OptionsAsync(browser, "register");
        Assert.Contains("\"userVerification\":\"required\"", options, StringComparison.Ordinal);
        (await browser.PostAsync("api/accounts/passkeys/register", new CompletePasskeyRequest(careless.Create(options, browser.Address), null))).IsRefused(422, "accounts.passkey-failed");
        Assert.False((await browser.GetAsync("api/accounts/me")).As<MeView>().HasPasskey);
    }

    [Fact]
    public async Task Signs_a_challenge_made_from_the_purpose_that_serves_once_and_for_nothing_else()
    {
        using var browser = new Browser(accounts.Cluster);
        using var phone = new SoftAuthenticator();
        await MemberAsync(browser, phone);
        var asked = await AskAsync(browser, Purpose);
        (await AnswerAsync(browser, phone, asked, "sign:a:c")).IsRefused(422, "accounts.passkey-failed");
        (await browser.PostAsync("api/accounts/reauthenticate", new ReauthenticateRequest(Purpose, null, null, phone.Get(asked.OptionsJson, browser.Address)))).IsRefused(422, "accounts.passkey-failed");
        var other = await AskAsync(browser, "sign:a:c");
        (await AnswerAsync(browser, phone, asked with { OptionsJson = other.OptionsJson }, Purpose)).IsRefused(422, "accounts.passkey-failed");
        var proof = (await AnswerAsync(browser, phone, asked, Purpose)).As<ReauthenticationView>();
        (await AnswerAsync(browser, phone, asked, Purpose)).IsRefused(422, "accounts.passkey-failed");
        var kept = await accounts.Cluster.WithDbAsync(db => db.Set<ReauthenticationProof>().SingleAsync(one => one.Id == proof.ProofId));
        var evidence = PasskeyEvidence.Read(CanonicalJsonReader.Parse(Encoding.UTF8.GetBytes(kept.Evidence!)))!;
        Assert.Equal(Purpose, evidence.Purpose);
        Assert.Contains(Base64Url.EncodeToString(PasskeyEvidence.Challenge(Purpose, evidence.Nonce)), Encoding.UTF8.GetString(evidence.ClientData), StringComparison.Ordinal);
        (await browser.PostAsync("api/accounts/passkeys/options/reauthenticate", new ReauthenticationOptionsRequest(""))).IsRefused(422, "accounts.proof-not-valid");
    }

    [Fact]
    public async Task Of_another_person_proves_nothing_about_me()
    {
        using var mine = new Browser(accounts.Cluster);
        using var his = new Browser(accounts.Cluster);
        using var myPhone = new SoftAuthenticator();
        using var hisPhone = new SoftAuthenticator();
        await MemberAsync(mine, myPhone);
        await MemberAsync(his, hisPhone);
        (await ReauthenticateAsync(mine, hisPhone)).IsRefused(422, "accounts.passkey-failed");
        // Nor can he register my key as his.
        using var stolenId = new SoftAuthenticator { CredentialId = myPhone.CredentialId };
        var options = await OptionsAsync(his, "register");
        (await his.PostAsync("api/accounts/passkeys/register", new CompletePasskeyRequest(stolenId.Create(options, his.Address), null))).IsRefused(422, "accounts.passkey-failed");
        (await ReauthenticateAsync(mine, myPhone)).As<ReauthenticationView>();
    }

    [Fact]
    public async Task Goes_on_working_while_the_password_is_locked_but_not_when_the_account_is_suspended()
    {
        using var browser = new Browser(accounts.Cluster);
        using var phone = new SoftAuthenticator();
        var me = await MemberAsync(browser, phone);
        await accounts.Cluster.WithDbAsync(db => db.Users.Where(one => one.Id == me.PersonId).ExecuteUpdateAsync(set => set.SetProperty(one => one.LockoutEnd, DateTimeOffset.UtcNow.AddHours(1))));
        using var elsewhere = new Browser(accounts.Cluster);
        (await SignInAsync(elsewhere, phone)).As<MeView>();
        await accounts.Cluster.WithDbAsync(db => db.Users.Where(one => one.Id == me.PersonId).ExecuteUpdateAsync(set => set.SetProperty(one => one.SuspendedAt, DateTimeOffset.UtcNow)));
        using var later = new Browser(accounts.Cluster);
        (await SignInAsync(later, phone)).IsRefused(422, "accounts.sign-in-failed");
        Assert.Null(later.Cookie);
    }

    [Fact]
    public async Task Or_a_fresh_code_proves_the_person_for_one_purpose()
    {
        var number = AccountCluster.NewNumber();
        using var browser = new Browser(accounts.Cluster);
        await browser.EnterAsync(number);
        var sent = (await browser.PostAsync("api/accounts/reauthenticate/code")).As<CodeSentView>();
        var code = await Browser.NewestCodeAsync(accounts.Cluster, number);
        (await browser.PostAsync("api/accounts/reauthenticate", new ReauthenticateRequest("", sent.ChallengeId, code, null))).IsRefused(422, "accounts.proof-not-valid");
        (await browser.PostAsync("api/accounts/reauthenticate", new ReauthenticateRequest(Purpose, null, code, null))).IsRefused(422, "accounts.code-wrong");
        (await browser.PostAsync("api/accounts/reauthenticate", new ReauthenticateRequest(Purpose, sent.ChallengeId, null, null))).IsRefused(422, "accounts.code-wrong");
        // A code that was sent for entering proves nothing, and one for proving does not let anybody in.
        using var other = new Browser(accounts.Cluster);
        var entering = await other.AskCodeAsync(number);
        (await browser.PostAsync("api/accounts/reauthenticate", new ReauthenticateRequest(Purpose, entering.ChallengeId, await Browser.NewestCodeAsync(accounts.Cluster, number), null))).IsRefused(422, "accounts.code-wrong");
        (await other.TryCodeAsync(sent, code)).IsRefused(422, "accounts.code-wrong");
        Assert.Equal("code", (await browser.PostAsync("api/accounts/reauthenticate", new ReauthenticateRequest(Purpose, sent.ChallengeId, code, null))).As<ReauthenticationView>().Method);
        (await browser.PostAsync("api/accounts/reauthenticate", new ReauthenticateRequest(Purpose, sent.ChallengeId, code, null))).IsRefused(422, "accounts.code-wrong");
    }

    private static async Task<string> OptionsAsync(Browser browser, string what) => (await browser.PostAsync($"api/accounts/passkeys/options/{what}")).As<PasskeyOptionsView>().OptionsJson;

    private static async Task<MeView> MemberAsync(Browser browser, SoftAuthenticator phone)
    {
        var me = await browser.EnterAsync(AccountCluster.NewNumber());
        var options = await OptionsAsync(browser, "register");
        var registered = await browser.PostAsync("api/accounts/passkeys/register", new CompletePasskeyRequest(phone.Create(options, browser.Address), "手机"));
        Assert.True(registered.As<MeView>().HasPasskey, registered.Text);
        return me;
    }

    private static async Task<Answer> SignInAsync(Browser browser, SoftAuthenticator phone) =>
        await browser.PostAsync("api/accounts/passkeys/sign-in", new CompletePasskeyRequest(phone.Get(await OptionsAsync(browser, "sign-in"), browser.Address), null));

    private static async Task<Answer> ReauthenticateAsync(Browser browser, SoftAuthenticator phone) =>
        await AnswerAsync(browser, phone, await AskAsync(browser, Purpose), Purpose);

    private static async Task<PasskeyOptionsView> AskAsync(Browser browser, string purpose) =>
        (await browser.PostAsync("api/accounts/passkeys/options/reauthenticate", new ReauthenticationOptionsRequest(purpose))).As<PasskeyOptionsView>();

    private static Task<Answer> AnswerAsync(Browser browser, SoftAuthenticator phone, PasskeyOptionsView asked, string purpose) =>
        browser.PostAsync("api/accounts/reauthenticate", new ReauthenticateRequest(purpose, asked.ChallengeId, null, phone.Get(asked.OptionsJson, browser.Address)));
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Server.Tests.Accounts;
using NonLitigation.Odr.Server.Tests.Documents;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;
using Npgsql;
using AgreementState = NonLitigation.Odr.Contracts.Settlements.AgreementState;
using OutcomeState = NonLitigation.Odr.Contracts.Settlements.OutcomeState;

namespace NonLitigation.Odr.Server.Tests.Settlements;

public sealed class PreparingTheDocument
{
    [Fact]
    public async Task Is_tried_again_until_the_browser_works_while_the_agreement_is_in_effect_all_along()
    {
        var folder = Directory.CreateTempSubdirectory("odr-browser-");
        var browser = Path.Combine(folder.FullName, "chromium");
        await using var cluster = await OdrCluster.StartAsync(nodes: 2, adjust: builder =>
        {
            RoomCluster.Quick(builder);
            builder.Configuration["Odr:Chromium"] = browser;
        });
        await using var stage = await SettlementStage.OpenAsync(cluster);
        var signed = await stage.AllSignAsync(await stage.FrozenAsync());
        Assert.Equal((AgreementState.Effective, OutcomeState.Preparing, null), (signed.State, signed.OutcomeState, signed.OutcomeId));
        Assert.NotNull(signed.EffectiveAt);
        var outcome = await UntilAsync(cluster, o => o.Tries > 0);
        Assert.Contains("No browser", outcome.LastFault, StringComparison.Ordinal);
        Assert.Equal("settlements.outcome-being-prepared", await ProposalWire.RefusedAsync(() => stage.Li.AskAsync<object>($"api/outcomes/{outcome.Id}")));
        Assert.Equal(OutcomeState.Preparing, (await stage.Li.AskAsync<OutcomeCheckView>($"api/verify/{signed.VerificationCode}")).OutcomeState);

        File.CreateSymbolicLink(browser, "/usr/bin/chromium");
        outcome = await UntilAsync(cluster, o => o.Sha256 is not null);
        var view = await stage.ReadAsync(stage.Li);
        Assert.Equal((OutcomeState.Ready, outcome.Id, outcome.Sha256, signed.EffectiveAt), (view.OutcomeState, view.OutcomeId, view.OutcomeSha256, view.EffectiveAt));
        Assert.Equal(HttpStatusCode.OK, (await stage.Li.Http.GetAsync(new Uri($"api/outcomes/{outcome.Id}", UriKind.Relative))).StatusCode);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Is_sealed_without_a_timestamp_when_the_authority_is_silent_and_gets_it_later()
    {
        using var openssl = new OpensslAuthority();
        var down = true;
        await using var authority = await TestAuthority.OpenAsync(query => Volatile.Read(ref down) ? null : openssl.AnswerAsync(query).GetAwaiter().GetResult());
        await using var cluster = await OdrCluster.StartAsync(nodes: 2, adjust: builder =>
        {
            RoomCluster.Quick(builder);
            (builder.Configuration["Odr:Timestamp:Authority"], builder.Configuration["Odr:Timestamp:Sweep"]) = (authority.Urls.First(), "00:00:00.5");
        });
        await using var stage = await SettlementStage.OpenAsync(cluster);
        await stage.AllSignAsync(await stage.FrozenAsync());
        await UntilAsync(cluster, o => o.Sha256 is not null && o.Tries > 0);
        var view = await stage.ReadAsync(stage.Li);
        Assert.True(view.TimestampPending);
        var before = await DownloadAsync(stage, view);
        Assert.Equal(view.OutcomeSha256, Digest.Of(before).ToString());

        Volatile.Write(ref down, false);
        await cluster.WithDbAsync(db => db.Database.ExecuteSqlRawAsync("update outcomes set next_try_at = now()"));
        var outcome = await UntilAsync(cluster, o => !o.TimestampPending);
        view = await stage.ReadAsync(stage.Li);
        Assert.Equal((false, outcome.Sha256), (view.TimestampPending, view.OutcomeSha256));
        var after = await DownloadAsync(stage, view);
        var verifier = new DocumentVerifier(cluster.Services.GetRequiredService<Lazy<KeyStore>>().Value.Trust with { TimestampAuthorities = [openssl.Certificate] });
        Assert.Equal((VerdictKind.Genuine, false, true), (verifier.Verify(before).Kind, Stamped(verifier, before), Stamped(verifier, after)));
        Assert.Equal(VerdictKind.Genuine, verifier.Verify(after).Kind);
        Assert.Equal(["outcome-ready", "outcome-stamped"], (await stage.EntriesAsync())[^2..]);
        Assert.Equal(2, await cluster.WithDbAsync(db => db.Set<OutcomeDocument>().CountAsync()));
    }

    [Fact]
    public async Task Carries_what_the_signers_passkey_signed_over_the_very_text()
    {
        await using var cluster = await OdrCluster.StartAsync(adjust: RoomCluster.Quick);
        await using var stage = await SettlementStage.OpenAsync(cluster);
        var frozen = await stage.FrozenAsync();
        using var phone = new SoftAuthenticator();
        await phone.BelongToAsync(cluster, stage.Li.Person);
        stage.Li.Http.DefaultRequestHeaders.Add("Origin", stage.Li.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        var purpose = SigningPurpose.Of(frozen.Id, frozen.FrozenHash!);
        var asked = await stage.Li.SendAsync<PasskeyOptionsView>("api/accounts/passkeys/options/reauthenticate", new ReauthenticationOptionsRequest(purpose));
        var proof = await stage.Li.SendAsync<ReauthenticationView>("api/accounts/reauthenticate",
            new ReauthenticateRequest(purpose, asked.ChallengeId, null, phone.Get(asked.OptionsJson, stage.Li.Http.BaseAddress!)));
        await stage.SignAsync(stage.Li, frozen, "李海生", proof: proof.ProofId);
        await stage.SignAsync(stage.Zhou, frozen, "周永顺");
        await stage.SignAsync(stage.Wu, frozen, "吴建国");
        await stage.SignAsync(stage.Mediator, frozen, "王正");
        await UntilAsync(cluster, o => o.Sha256 is not null);
        var verdict = new DocumentVerifier(cluster.Services.GetRequiredService<Lazy<KeyStore>>().Value.Trust).Verify(await DownloadAsync(stage, await stage.ReadAsync(stage.Li)));
        Assert.Equal(VerdictKind.Genuine, verdict.Kind);
        Assert.Contains("李海生", Assert.Single(verdict.Details, d => d.En.Contains("The device key's own signature", StringComparison.Ordinal)).En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task And_every_consent_are_kept_by_the_database_itself()
    {
        await using var cluster = await OdrCluster.StartAsync(adjust: RoomCluster.Quick);
        await using var stage = await SettlementStage.OpenAsync(cluster);
        await stage.AllSignAsync(await stage.FrozenAsync());
        await UntilAsync(cluster, o => o.Sha256 is not null);
        foreach (var sql in new[]
        {
            "update outcome_documents set pdf = 'x'", "delete from outcome_documents", "update signing_rounds set text = 'x'", "delete from signing_rounds",
            "update signatures set typed_name = 'x' where role = 'Party'", "update signatures set signed_hash = repeat('0', 64)", "delete from signatures",
            "update outcomes set frozen_hash = repeat('0', 64)", "update outcomes set effective_at = now()", "update outcomes set code = 'x'", "delete from outcomes",
        })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => cluster.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
            Assert.True(refused.SqlState == "23001", $"{sql}: {refused.SqlState}");
        }
    }

    /// <summary>Whatever program writes it: no outcome while one signature is missing, or stands under other bytes, or the round is void.</summary>
    [Fact]
    public async Task Is_impossible_for_a_text_that_not_everybody_has_signed_also_past_the_program()
    {
        await using var cluster = await OdrCluster.StartAsync(adjust: RoomCluster.Quick);
        await using var stage = await SettlementStage.OpenAsync(cluster);
        var frozen = await stage.FrozenAsync();
        await stage.SignAsync(stage.Li, frozen, "李海生");
        const string Insert = """
            insert into outcomes (id, agreement_id, case_id, round_id, frozen_hash, code, effective_at, state, tries, next_try_at, timestamp_pending)
            select gen_random_uuid(), a.id, a.case_id, r.id, r.hash, 'AAAA-BBBB-CCCC-DDDD', now(), 'Preparing', 0, now(), false from agreements a join signing_rounds r on r.agreement_id = a.id
            """;
        async Task RefusedAsync(string prepare)
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => cluster.WithDbAsync(async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await db.Database.ExecuteSqlRawAsync(prepare);
                await db.Database.ExecuteSqlRawAsync(Insert);
                await transaction.CommitAsync();
                return 0;
            }));
            Assert.True(refused.SqlState == "23000", $"{prepare}: {refused.SqlState} {refused.MessageText}");
        }
        const string Sign = "update signatures set signed_at = now(), signed_hash = (select hash from signing_rounds), method = 'code' where signed_at is null";
        await RefusedAsync("select 1");
        await RefusedAsync($"{Sign} and role <> 'Seal'");
        await RefusedAsync($"{Sign} and role = 'Seal'");
        await RefusedAsync(Sign.Replace("(select hash from signing_rounds)", "case when role = 'Mediator' then repeat('0', 64) else (select hash from signing_rounds) end", StringComparison.Ordinal));
        await RefusedAsync($"{Sign}; update signing_rounds set voided_at = now(), voided_reason = 'x'");
        Assert.Equal(0, await cluster.WithDbAsync(db => db.Set<Outcome>().CountAsync()));
    }

    private static Task<byte[]> DownloadAsync(SettlementStage stage, AgreementView view) => stage.Li.Http.GetByteArrayAsync(new Uri($"api/outcomes/{view.OutcomeId}", UriKind.Relative));

    private static bool Stamped(DocumentVerifier verifier, byte[] pdf) => verifier.Verify(pdf).Details.Any(d => d.En.StartsWith("Timestamp: ", StringComparison.Ordinal));

    private static async Task<Outcome> UntilAsync(OdrCluster cluster, Func<Outcome, bool> holds)
    {
        for (var end = DateTime.UtcNow.AddSeconds(60); ; await Task.Delay(200))
        {
            var outcome = await cluster.WithDbAsync(db => db.Set<Outcome>().AsNoTracking().SingleAsync());
            if (holds(outcome)) return outcome;
            Assert.True(DateTime.UtcNow < end, $"Not within 60 s: {outcome.State}, {outcome.Tries} tries, {outcome.LastFault}");
        }
    }
}

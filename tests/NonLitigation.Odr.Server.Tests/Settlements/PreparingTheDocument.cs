using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Settlements;
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
            insert into outcomes (id, agreement_id, case_id, round_id, frozen_hash, code, effective_at, state, tries, next_try_at)
            select gen_random_uuid(), a.id, a.case_id, r.id, r.hash, 'AAAA-BBBB-CCCC-DDDD', now(), 'Preparing', 0, now() from agreements a join signing_rounds r on r.agreement_id = a.id
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

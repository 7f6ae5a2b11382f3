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

    [Theory]
    [InlineData("update outcome_documents set pdf = 'x'")]
    [InlineData("delete from outcome_documents")]
    [InlineData("update signing_rounds set text = 'x'")]
    [InlineData("update signatures set typed_name = 'x' where role = 'Party'")]
    [InlineData("delete from signatures")]
    public async Task And_every_consent_are_kept_by_the_database_itself(string sql)
    {
        await using var cluster = await OdrCluster.StartAsync(adjust: RoomCluster.Quick);
        await using var stage = await SettlementStage.OpenAsync(cluster);
        await stage.AllSignAsync(await stage.FrozenAsync());
        if (sql.Contains("outcome_documents", StringComparison.Ordinal)) await UntilAsync(cluster, o => o.Sha256 is not null);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => cluster.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
        Assert.Equal("23001", refused.SqlState);
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

using NonLitigation.Odr.Domain.Settlements;
using static NonLitigation.Odr.Domain.Tests.Settlements.SigningBench;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

public sealed class ApplyingForConfirmation
{
    private readonly ConfirmationBench _bench = new();

    private Confirmation One => _bench.Confirmation;

    [Fact]
    public void Is_joint_only_when_every_party_has_joined()
    {
        _bench.LiJoins();
        Assert.Equal((ConfirmationState.Joining, null), (One.State, One.LookAt));
        _bench.ZhouJoins();
        Assert.Equal((ConfirmationState.Joined, ConfirmationBench.Now), (One.State, One.LookAt));
        Assert.Equal([ConfirmationStep.Begun, ConfirmationStep.Joined], _bench.Steps);
        Assert.All(One.Seats, seat => Assert.Equal(ConfirmationBench.Consent, seat.Consent));
    }

    [Fact]
    public void Records_the_exact_words_of_each_consent_and_refuses_others()
    {
        Assert.Equal("settlements.consent-conflict", Refusal(() => One.Join(_bench.Li, _bench.LiPerson, Guid.NewGuid(), ConfirmationBench.Details, "同意", ConfirmationBench.Now)));
        var english = HandOverConsent.Text(One.Court).En;
        One.Join(_bench.Li, _bench.LiPerson, Guid.NewGuid(), ConfirmationBench.Details, english, ConfirmationBench.Now);
        Assert.Equal((english, ConfirmationBench.Now), (One.SeatOf(_bench.Li)!.Consent, One.SeatOf(_bench.Li)!.JoinedAt));
        var otherCourt = HandOverConsent.Text(new("320722", "东海县人民法院")).Zh;
        Assert.Equal("settlements.consent-conflict", Refusal(() => One.Join(_bench.Zhou, _bench.ZhouPerson, Guid.NewGuid(), ConfirmationBench.Details, otherCourt, ConfirmationBench.Now)));
    }

    [Fact]
    public void Is_open_to_the_last_moment_of_the_thirty_days_and_not_after()
    {
        var end = One.Term.DueAt;
        _bench.LiJoins();
        Assert.Equal("settlements.confirmation-too-late", Refusal(() => _bench.ZhouJoins(end)));
        Assert.Equal("settlements.confirmation-too-late", Refusal(() => _ = new ConfirmationBench(end)));
        _bench.ZhouJoins(end.AddTicks(-1));
        Assert.Equal("settlements.confirmation-too-late", Refusal(() => One.Send("hash", end)));
        One.Send("hash", end.AddTicks(-1));
        Assert.Equal(ConfirmationState.Sending, One.State);
    }

    [Fact]
    public void Ends_with_one_who_declines_for_a_reason()
    {
        _bench.LiJoins();
        Assert.Equal("settlements.reason-missing", Refusal(() => One.Decline(_bench.Zhou, _bench.ZhouPerson, Guid.NewGuid(), " ", ConfirmationBench.Now)));
        One.Decline(_bench.Zhou, _bench.ZhouPerson, Guid.NewGuid(), "想换一个法院", ConfirmationBench.Now);
        Assert.Equal((ConfirmationState.Declined, true, "想换一个法院"), (One.State, One.IsOver, One.SeatOf(_bench.Zhou)!.DeclinedReason));
        Assert.Equal("settlements.already-answered", Refusal(() => _bench.ZhouJoins()));
    }

    [Fact]
    public void Can_be_withdrawn_by_any_party_until_it_is_sent()
    {
        _bench.Joined().Withdraw(_bench.Zhou, null, ConfirmationBench.Now);
        Assert.Equal((ConfirmationState.Withdrawn, null), (One.State, One.LookAt));
        var sent = new ConfirmationBench();
        sent.Joined().Send("hash", ConfirmationBench.Now);
        Assert.Equal("settlements.already-sent", Refusal(() => sent.Confirmation.Withdraw(sent.Li, null, ConfirmationBench.Now)));
    }

    [Fact]
    public void Is_nothing_to_who_is_no_party()
    {
        var stranger = Guid.NewGuid();
        foreach (var act in new Action[]
        {
            () => One.Join(stranger, stranger, stranger, ConfirmationBench.Details, ConfirmationBench.Consent, ConfirmationBench.Now),
            () => One.Decline(stranger, stranger, stranger, "不", ConfirmationBench.Now), () => One.Withdraw(stranger, null, ConfirmationBench.Now), () => One.Supply(stranger, ConfirmationBench.Details, null, ConfirmationBench.Now),
        }) Assert.Equal("shared.not-found", Refusal(act));
    }

    [Fact]
    public void Follows_the_courts_answers_to_the_ruling()
    {
        _bench.Joined().Send("hash", ConfirmationBench.Now);
        One.Receive("收1", ConfirmationBench.Now);
        One.Receive("收1", ConfirmationBench.Now); // a repeat
        // Received on 25 November: three days after it is Saturday the 28th, so to the end of Monday.
        Assert.Equal((new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(8)), false), (One.FilingTerm!.DueAt, One.FilingTerm.Verified));
        One.Answer(ConfirmationStep.Accepted, null, "（2026）苏0703调确1号", ConfirmationBench.Now);
        Assert.Null(One.FilingTerm);
        One.Answer(ConfirmationStep.Confirmed, "协议有效", null, ConfirmationBench.Now);
        One.Answer(ConfirmationStep.Refused, "迟到", null, ConfirmationBench.Now); // the ruling was the last word
        Assert.Equal((ConfirmationState.Confirmed, "（2026）苏0703调确1号", "收1"), (One.State, One.CourtCaseNumber, One.ReceiptNumber));
        Assert.Equal([ConfirmationStep.Begun, ConfirmationStep.Joined, ConfirmationStep.Sent, ConfirmationStep.Received, ConfirmationStep.Accepted, ConfirmationStep.Confirmed], _bench.Steps);
    }

    [Fact]
    public void Is_sent_anew_when_the_court_asked_for_more_also_after_the_thirty_days()
    {
        _bench.Joined().Send("one", ConfirmationBench.Now);
        One.Receive("收1", ConfirmationBench.Now);
        One.Answer(ConfirmationStep.MoreAsked, "请补充住所", null, ConfirmationBench.Now);
        var late = One.Term.DueAt.AddDays(3);
        One.Supply(_bench.Li, new(null, "连云港市连云区墟沟街道1号301室", null), null, late);
        Assert.Equal((ConfirmationState.Joined, late), (One.State, One.LookAt));
        Assert.Equal("settlements.already-sent", Refusal(() => One.Withdraw(_bench.Li, null, late)));
        One.Send("two", late);
        Assert.Equal((2, "two", "340321199001011234"), (One.Packets, One.PacketSha256, One.SeatOf(_bench.Li)!.IdNumber));
    }
}

using CsCheck;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Rooms;

public sealed class ArrangingASitting
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 2, 0, 0, TimeSpan.Zero);
    private static readonly Guid CaseId = Guid.CreateVersion7(), Mediator = Guid.CreateVersion7(), Li = Guid.CreateVersion7(), Zhou = Guid.CreateVersion7();

    [Fact]
    public void Begins_with_times_that_can_still_come_and_keep_apart()
    {
        Refuses("rooms.sitting-times", () => Propose([]));
        Refuses("rooms.sitting-times", () => Propose([.. Enumerable.Range(1, 6).Select(At)]));
        Refuses("rooms.sitting-past", () => Propose([At(0)]));
        Refuses("rooms.sitting-too-far", () => Propose([At(24 * 181)]));
        Refuses("rooms.sitting-length", () => Propose([At(3) with { Minutes = 14 }]));
        Refuses("rooms.sitting-length", () => Propose([At(3) with { Minutes = 481 }]));
        Refuses("shared.text-too-long", () => Propose([At(3) with { Place = new('路', 121) }]));
        Refuses("shared.text-not-unicode", () => Propose([At(3) with { Place = "一楼\n二楼" }]));
        Refuses("rooms.sitting-times-overlap", () => Propose([At(3), At(3) with { StartsAt = Now.AddHours(3.5) }]));
        Refuses("rooms.sitting-overlaps", () => Propose([At(3)], At(3) with { StartsAt = Now.AddHours(2.5) }));
        var proposed = Propose([At(30), At(3), At(4)], At(5), At(2));
        Assert.Equal([Now.AddHours(3), Now.AddHours(4), Now.AddHours(30)], proposed.Proposed.Select(one => one.StartsAt));
    }

    [Fact]
    public void Asks_each_party_for_a_word_on_each_time_and_keeps_the_last()
    {
        var sitting = Propose([At(30), At(60)]);
        Refuses("rooms.sitting-answer-incomplete", () => sitting.Answer(Li, [SittingWord.Can], Now));
        Refuses("rooms.sitting-answer-incomplete", () => sitting.Answer(Li, [SittingWord.Can, (SittingWord)7], Now));
        sitting.Answer(Li, [SittingWord.Can, SittingWord.Cannot], Now);
        sitting.Answer(Zhou, [SittingWord.Cannot, SittingWord.Prefer], Now);
        sitting.Answer(Li, [SittingWord.Cannot, SittingWord.Can], Now.AddHours(1));
        Assert.Equal([(Zhou, 1, SittingWord.Cannot), (Zhou, 2, SittingWord.Prefer), (Li, 1, SittingWord.Cannot), (Li, 2, SittingWord.Can)], sitting.Answers.Select(one => (one.PartyId, one.Number, one.Word)));
    }

    [Fact]
    public void Is_fixed_once_moved_with_a_reason_and_numbered_for_calendars()
    {
        var sitting = Propose([At(30), At(60)]);
        Refuses("rooms.sitting-not-fixed", () => sitting.Move(At(70), "开会", [], Now));
        Refuses("shared.not-found", () => sitting.Fix(3, [], Now));
        Refuses("rooms.sitting-overlaps", () => sitting.Fix(1, [At(30)], Now));
        Refuses("rooms.sitting-past", () => sitting.Fix(1, [], Now.AddHours(31)));
        sitting.Fix(2, [At(30)], Now);
        Assert.Equal((SittingState.Fixed, Now.AddHours(60), 0), (sitting.State, sitting.StartsAt!.Value, sitting.Sequence));
        Refuses("rooms.sitting-not-proposed", () => sitting.Fix(1, [], Now));
        Refuses("rooms.sitting-not-proposed", () => sitting.Answer(Li, [SittingWord.Can, SittingWord.Can], Now));
        Refuses("rooms.sitting-reason-needed", () => sitting.Move(At(70), " ", [], Now));
        Refuses("rooms.sitting-overlaps", () => sitting.Move(At(70), "开会", [At(70)], Now));
        sitting.Move(At(70), "开会", [], Now);
        Refuses("rooms.sitting-reason-needed", () => sitting.Cancel(null, Now));
        sitting.Cancel("已经和解", Now);
        Assert.Equal((SittingState.Cancelled, 2, "已经和解", null), (sitting.State, sitting.Sequence, sitting.Reason, sitting.RemindAt));
        Refuses("rooms.sitting-not-fixed", () => sitting.Cancel("再次", Now));
        var over = Propose([At(30)]);
        over.Fix(1, [], Now);
        Refuses("rooms.sitting-not-fixed", () => over.Move(At(90), "迟了", [], Now.AddHours(31)));
    }

    [Fact]
    public void Reminds_a_day_and_an_hour_before_and_after_a_move_anew()
    {
        var sitting = Propose([At(30)]);
        sitting.Fix(1, [], Now);
        Assert.Null(sitting.TakeReminder(Now.AddHours(5.9)));
        Assert.Equal(SittingReminder.DayBefore, sitting.TakeReminder(Now.AddHours(6)));
        Assert.Null(sitting.TakeReminder(Now.AddHours(6)));
        sitting.Move(At(40), "开会", [], Now.AddHours(7));
        Assert.Equal(Now.AddHours(16), sitting.RemindAt);
        // Nobody looked for a day: the hour's reminder is enough, and a sitting that has begun needs none.
        Assert.Equal(SittingReminder.HourBefore, sitting.TakeReminder(Now.AddHours(39.5)));
        Assert.Equal((null, null), (sitting.TakeReminder(Now.AddHours(39.6)), sitting.RemindAt));
        var missed = Propose([At(30)]);
        missed.Fix(1, [], Now);
        Assert.Equal((null, null), (missed.TakeReminder(Now.AddHours(30)), missed.RemindAt));
        var soon = Propose([At(1)]);
        soon.Fix(1, [], Now);
        Assert.Null(soon.RemindAt); // who has just been told needs no reminder
    }

    /// <summary>Two times clash exactly when some minute belongs to both; each order finds it.</summary>
    [Fact]
    public void Clashes_when_a_minute_is_in_both()
    {
        var slot = Gen.Select(Gen.Int[1, 600], Gen.Int[15, 480], (start, minutes) => new SittingSlot(Now.AddMinutes(start), minutes, null));
        Gen.Select(slot, slot).Sample((a, b) =>
        {
            var shared = Enumerable.Range(0, a.Minutes).Any(minute => a.StartsAt.AddMinutes(minute) >= b.StartsAt && a.StartsAt.AddMinutes(minute) < b.EndsAt);
            Assert.Equal(shared, a.Overlaps(b));
            Assert.Equal(shared, b.Overlaps(a));
        });
    }

    /// <summary>Whatever is asked in whatever order: what a mediator has fixed never overlaps.</summary>
    [Fact]
    public void Never_leaves_two_fixed_sittings_at_one_time()
    {
        Gen.Select(Gen.Int[1, 200], Gen.Int[15, 240], Gen.Int[0, 2]).Array[1, 30].Sample(acts =>
        {
            var all = new List<Sitting>();
            foreach (var (quarter, minutes, act) in acts)
            {
                var slot = new SittingSlot(Now.AddMinutes(15 * quarter), minutes, null);
                List<SittingSlot> Others(Sitting? but = null) => [.. all.Where(one => one != but && one.State == SittingState.Fixed).Select(one => one.Slot!)];
                try
                {
                    if (act == 0 && all.Find(one => one.State == SittingState.Fixed) is { } moved) moved.Move(slot, "改期", Others(moved), Now);
                    else if (act == 1 && all.Find(one => one.State == SittingState.Proposed) is { } open) open.Fix(1, Others(open), Now);
                    else all.Add(Sitting.Propose(CaseId, Mediator, [slot], Others(), Now));
                }
                catch (RefusalException refused) when (refused.Code == "rooms.sitting-overlaps")
                {
                }
                var fixedOnes = Others();
                Assert.DoesNotContain(fixedOnes, one => fixedOnes.Exists(other => !ReferenceEquals(one, other) && one.Overlaps(other)));
            }
        });
    }

    private static SittingSlot At(int hours) => new(Now.AddHours(hours), 60, null);

    private static Sitting Propose(SittingSlot[] slots, params SittingSlot[] fixedOnes) => Sitting.Propose(CaseId, Mediator, slots, fixedOnes, Now);

    private static void Refuses(string code, Action act) => Assert.Equal(code, Assert.Throws<RefusalException>(act).Code);
}

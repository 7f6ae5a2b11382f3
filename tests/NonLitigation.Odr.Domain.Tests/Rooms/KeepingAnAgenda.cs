using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Rooms;

/// <summary>A room's agenda: one point runs at a time, and what has begun stays.</summary>
public sealed class KeepingAnAgenda
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly Guid One = Guid.CreateVersion7(), Two = Guid.CreateVersion7();

    private static RoomAgenda Agenda()
    {
        var agenda = new RoomAgenda(Guid.CreateVersion7());
        agenda.Write(0, [new(One, " 申请人陈述 ", 10, " "), new(Two, "商量方案", 20, "调解员")]);
        return agenda;
    }

    private static string Code(Action act) => Assert.Throws<RefusalException>(act).Code;

    [Fact]
    public void Is_written_in_its_normal_form_on_the_version_that_was_seen()
    {
        var agenda = Agenda();
        Assert.Equal(("申请人陈述", null), (agenda.Items[0].Title, agenda.Items[0].Speaker));
        Assert.Equal("rooms.agenda-changed", Code(() => agenda.Write(0, [])));
        Assert.Equal("rooms.agenda-title", Code(() => agenda.Write(1, [new(One, "", 10, null)])));
        Assert.Equal("rooms.agenda-minutes", Code(() => agenda.Write(1, [new(One, "x", 0, null)])));
        Assert.Equal("rooms.agenda-ids", Code(() => agenda.Write(1, [new(One, "x", 1, null), new(One, "y", 1, null)])));
        Assert.Equal("rooms.agenda-full", Code(() => agenda.Write(1, [.. Enumerable.Range(0, 21).Select(_ => new AgendaItem(Guid.CreateVersion7(), "x", 1, null))])));
    }

    [Fact]
    public void Ends_the_running_point_when_the_next_begins_and_never_begins_one_twice()
    {
        var agenda = Agenda();
        Assert.Null(agenda.Start(One, Now).Ended);
        Assert.Equal((null, null), agenda.Start(One, Now));
        var (ended, started) = agenda.Start(Two, Now.AddMinutes(12));
        Assert.Equal((One, TimeSpan.FromMinutes(12), Two), (ended!.Id, ended.EndedAt!.Value - ended.StartedAt!.Value, started!.Id));
        Assert.Equal("rooms.agenda-over", Code(() => agenda.Start(One, Now)));
        Assert.NotNull(agenda.End(Two, Now.AddMinutes(13)));
        Assert.Null(agenda.End(Two, Now.AddMinutes(14)));
        Assert.Equal("rooms.agenda-no-item", Code(() => agenda.End(Guid.CreateVersion7(), Now)));
    }

    [Fact]
    public void Keeps_what_has_begun_as_it_is_when_it_is_written_anew()
    {
        var agenda = Agenda();
        agenda.Start(One, Now);
        Assert.Equal("rooms.agenda-begun", Code(() => agenda.Write(agenda.Version, [new(Two, "x", 5, null)])));
        agenda.Write(agenda.Version, [new(Two, "先商量", 5, null), new(One, "改了名", 99, null)]);
        Assert.Equal(["先商量", "申请人陈述"], agenda.Items.Select(one => one.Title));
        Assert.True(agenda.Items[1].Runs);
    }

    [Fact]
    public void Begins_with_what_is_usual_and_fits_the_sitting()
    {
        foreach (var kind in Enum.GetValues<DisputeKind>())
        {
            var points = AgendaTemplates.For(kind, 120);
            Assert.InRange(points.Sum(one => one.Minutes), 115, 125);
            new RoomAgenda(Guid.CreateVersion7()).Write(0, [.. points.Select(one => new AgendaItem(Guid.CreateVersion7(), one.Zh, one.Minutes, one.SpeakerZh))]);
        }
    }

    [Fact]
    public void Leave_covers_whole_days_and_overlaps_no_other()
    {
        var day = new DateOnly(2026, 3, 2);
        var leave = MediatorLeave.Take(Guid.CreateVersion7(), One, day.AddDays(1), day.AddDays(3), [], day, Now);
        Assert.True(leave.Covers(day.AddDays(1)) && leave.Covers(day.AddDays(3)) && !leave.Covers(day.AddDays(4)));
        Assert.Equal("network.leave-overlaps", Code(() => MediatorLeave.Take(Guid.CreateVersion7(), One, day.AddDays(3), day.AddDays(5), [leave], day, Now)));
        Assert.Equal("network.leave-days", Code(() => MediatorLeave.Take(Guid.CreateVersion7(), One, day.AddDays(2), day.AddDays(1), [], day, Now)));
        Assert.Equal("network.leave-days", Code(() => MediatorLeave.Take(Guid.CreateVersion7(), One, day.AddDays(-2), day.AddDays(-1), [], day, Now)));
        leave.Cancel(Now);
        Assert.False(leave.Covers(day.AddDays(1)));
    }
}

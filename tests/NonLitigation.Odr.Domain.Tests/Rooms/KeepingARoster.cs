using CsCheck;
using NonLitigation.Odr.Domain.Rooms;

namespace NonLitigation.Odr.Domain.Tests.Rooms;

public sealed class KeepingARoster
{
    [Fact]
    public void Finds_everybody_as_he_was_last_and_keeps_the_order_of_ids()
    {
        Gen.Select(Gen.Int[0, 12], Gen.Bool).List[0, 40].Sample(steps =>
        {
            var (roster, expected) = (Roster.Of([]), new SortedDictionary<Guid, RoomMember>());
            foreach (var (who, joined) in steps)
            {
                var member = RoomMember.Admitted(Id(who), null, "李海生", RoomRole.Applicant) with { Joined = joined };
                var before = roster.ToList();
                var after = roster.With(member);
                Assert.Equal(before, roster); // whoever holds the old one sees nothing of it
                (roster, expected[member.PersonId]) = (after, member);
            }
            Assert.Equal(expected.Values, roster);
            Assert.Equal(expected.Count, roster.Count);
            for (var who = 0; who <= 12; who++) Assert.Equal(expected.GetValueOrDefault(Id(who)), roster.Find(Id(who)));
        });
    }

    [Fact]
    public void Takes_people_in_any_order_and_nobody_twice()
    {
        RoomMember[] people = [.. new[] { 3, 1, 2 }.Select(who => RoomMember.Invited(Id(who), null, "周永顺", RoomRole.Respondent))];
        Assert.Equal(people.Select(m => m.PersonId).Order(), Roster.Of(people).Select(m => m.PersonId));
        Assert.Throws<ArgumentException>(() => Roster.Of([.. people, people[0]]));
    }

    private static Guid Id(int who) => new($"00000000-0000-7000-8000-{who * 7 % 13:d12}");
}

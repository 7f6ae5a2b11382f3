using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Network;

public sealed class PairingWithABody
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
    private static readonly Guid Operator = Guid.CreateVersion7(), Chen = Guid.CreateVersion7();

    private static Organisation Of(OrganisationKind kind) => new(Guid.CreateVersion7(), null, "单位", kind, OrganisationTier.City, OrganisationField.Administrative, "320700", "");

    private static Pairing Made() => new(Of(OrganisationKind.Studio), Of(OrganisationKind.Court), Operator, Now);

    private static string Refusal(Action act) => Assert.Throws<RefusalException>(act).Code;

    [Theory]
    [InlineData(OrganisationKind.Court, true)]
    [InlineData(OrganisationKind.PoliceStation, true)]
    [InlineData(OrganisationKind.JusticeOffice, true)]
    [InlineData(OrganisationKind.LawFirm, true)]
    [InlineData(OrganisationKind.LegalService, true)]
    [InlineData(OrganisationKind.Studio, false)]
    [InlineData(OrganisationKind.Union, false)]
    [InlineData(OrganisationKind.Notary, false)]
    public void Needs_a_body_that_gives_guidance(OrganisationKind kind, bool guides)
    {
        if (guides) Assert.NotNull(new Pairing(Of(OrganisationKind.Studio), Of(kind), Operator, Now));
        else Assert.Equal("pairings.gives-no-guidance", Refusal(() => _ = new Pairing(Of(OrganisationKind.Studio), Of(kind), Operator, Now)));
    }

    [Fact]
    public void Is_neither_with_itself_nor_between_two_such_bodies()
    {
        var court = Of(OrganisationKind.Court);
        Assert.Equal("pairings.with-itself", Refusal(() => _ = new Pairing(court, court, Operator, Now)));
        Assert.Equal("pairings.only-mediating", Refusal(() => _ = new Pairing(Of(OrganisationKind.PoliceStation), court, Operator, Now)));
    }

    [Fact]
    public void Keeps_its_guides_and_its_end_for_good()
    {
        var pairing = Made();
        var guide = pairing.Name(Chen, " 陈法官 ", GuideBackground.Judge, Operator, Now);
        Assert.Equal("陈法官", guide.Name);
        Assert.Equal("pairings.already-guide", Refusal(() => pairing.Name(Chen, "陈法官", GuideBackground.Judge, Operator, Now)));
        Assert.Equal("pairings.guide-needs-name", Refusal(() => pairing.Name(Operator, "", GuideBackground.Judge, Operator, Now)));
        pairing.Release(guide.Id, Operator, Now.AddDays(1));
        pairing.Name(Chen, "陈法官", GuideBackground.Judge, Operator, Now.AddDays(2));
        pairing.End(Operator, Now.AddDays(3));
        pairing.End(Chen, Now.AddDays(4));
        Assert.Equal((Operator, Now.AddDays(3)), (pairing.EndedBy, pairing.EndedAt));
        Assert.Equal([Now.AddDays(1), Now.AddDays(3)], pairing.AllGuides.Select(one => one.EndedAt!.Value));
        Assert.Equal("pairings.ended", Refusal(() => pairing.Name(Operator, "别人", GuideBackground.Lawyer, Operator, Now)));
        Assert.Equal("shared.not-found", Refusal(() => pairing.Release(Guid.CreateVersion7(), Operator, Now)));
    }
}

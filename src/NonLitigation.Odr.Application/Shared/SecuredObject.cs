namespace NonLitigation.Odr.Application.Shared;

/// <summary>What an endpoint or hub method shows or changes; the rows of the visibility policy.</summary>
public enum SecuredObject
{
    /// <summary>Open to anybody: directory, verification, sign-in, invitation behind its token.</summary>
    Public,
    /// <summary>Only what belongs to the caller himself: account, own lists.</summary>
    Own,
    /// <summary>Status and clocks of a case, no content.</summary>
    CaseStatus,
    /// <summary>The case file: parties, facts, claims, exhibits of the file.</summary>
    CaseFile,
    /// <summary>Acts that run a case: inviting, appointing.</summary>
    CaseAdministration,
    /// <summary>The presiding mediator's acts in a case.</summary>
    CasePresiding,
    /// <summary>The presiding mediator's private notes: his alone, not even another mediator's of the same case.</summary>
    PresidingNotes,
    /// <summary>A question to a legal guide, as he has it: words that name nobody.</summary>
    GuidanceQuestion,
    /// <summary>Pairings of the own part of the network, their guides and their past.</summary>
    Pairings,
    /// <summary>The joint room: snapshot, entries, proposals, exhibits shown there.</summary>
    JointRoom,
    /// <summary>One side's caucus and everything in it.</summary>
    Caucus,
    /// <summary>Where the presiding mediator consults colleagues: everything in it, and that it exists.</summary>
    Panel,
    /// <summary>The agreement, its draft and its outcome.</summary>
    Agreement,
    /// <summary>How an effective agreement is performed: a party sees what concerns him, mediator and organisation all of it.</summary>
    Performance,
    /// <summary>A party's own acts on it.</summary>
    PerformanceActs,
    /// <summary>What the supervising mediator and organisation do about it.</summary>
    PerformanceSupervision,
    /// <summary>The routes to enforcement and the joint application for confirmation.</summary>
    Confirmation,
    /// <summary>Acts of the parties themselves on that application.</summary>
    ConfirmationActs,
    /// <summary>What a party says of the mediation to the organisation alone: his own satisfaction, his own complaints.</summary>
    PartyVoice,
    /// <summary>Complaints before the organisation that answers them; never before the mediator concerned.</summary>
    Complaints,
    /// <summary>What is kept of a case after its end, until when and on what basis; whether it is sealed.</summary>
    CaseRecords,
    /// <summary>A party's own requests about that.</summary>
    CaseRecordsActs,
    /// <summary>Retention, holds, answers, seals: acts of the organisation that keeps the file.</summary>
    CaseRecordsKeeping,
    /// <summary>The whole case file as one archive: each gets his own part of it.</summary>
    CaseFileCopy,
    /// <summary>The enterprise's file and its standing room.</summary>
    Enterprise,
    /// <summary>Acts of the enterprise itself: mandates, opening disputes.</summary>
    EnterpriseActs,
    /// <summary>Figures of the running node, without content; on an address of their own that the public cannot reach.</summary>
    Telemetry,
    /// <summary>Exists in Development only.</summary>
    Development,
}

/// <summary>Every endpoint and hub method declares what it shows; an undeclared one fails a test.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class ShowsAttribute(params SecuredObject[] objects) : Attribute
{
    public IReadOnlyList<SecuredObject> Objects { get; } = objects;
}

using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>About whom: the mediator, answered by his organisation; or the organisation, answered one tier up.</summary>
public enum ComplaintTarget { Mediator, Organisation }

/// <summary>What a mediator must not do (人民调解法 15), forced mediation (3, 17), and the rest.</summary>
public enum ComplaintMatter { Bias, Insult, Benefit, Disclosure, Forced, Inactive, Other }

public enum ComplaintFinding { Upheld, PartlyUpheld, NotUpheld }

/// <summary>A party's complaint. It goes to the operators of the organisation that answers it, never to the mediator concerned, and leaves no trace in the case file.</summary>
public sealed class Complaint
{
    public const int LongestText = 2_000;

    private Complaint() { }

    /// <param name="handler">The organisation that answers it.</param>
    /// <exception cref="RefusalException">No mediator yet, or no words.</exception>
    public Complaint(Case file, Party party, Guid personId, Guid clientId, ComplaintTarget target, ComplaintMatter matter, string? text, Guid handler, DateTimeOffset now)
    {
        VoiceRules.NobodyToComplainAbout.When(target == ComplaintTarget.Mediator && file.MediatorPersonId is null);
        (Id, CaseId, PartyId, PersonId, ClientId) = (Guid.CreateVersion7(now), file.Id, party.Id, personId, clientId);
        (Target, Matter, Text, OrganisationId, FiledAt) = (target, matter, Said(text), handler, now);
        (MediatorPersonId, MediatorName) = (file.MediatorPersonId, file.MediatorName);
    }

    public Guid Id { get; private set; }
    public Guid CaseId { get; private set; }
    public Guid PartyId { get; private set; }
    public Guid PersonId { get; private set; }
    /// <summary>The id that the party's page gave the act; a repeat is the same act.</summary>
    public Guid ClientId { get; private set; }
    public ComplaintTarget Target { get; private set; }
    public ComplaintMatter Matter { get; private set; }
    public string Text { get; private set; } = "";
    /// <summary>Which answers it.</summary>
    public Guid OrganisationId { get; private set; }
    /// <summary>Who had the case when it was filed; he never sees it, even where he is an operator too.</summary>
    public Guid? MediatorPersonId { get; private set; }
    public string? MediatorName { get; private set; }
    public DateTimeOffset FiledAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public Guid? AnsweredBy { get; private set; }
    public ComplaintFinding? Finding { get; private set; }
    public string? Answer { get; private set; }

    public Deadline Term => Deadline.Of(LawRules.ComplaintAnswer, FiledAt);

    public void Reply(Guid personId, ComplaintFinding finding, string? text, DateTimeOffset now)
    {
        SharedRules.NotFound.When(personId == MediatorPersonId);
        VoiceRules.AlreadyAnswered.When(AnsweredAt is not null);
        (AnsweredBy, Finding, Answer, AnsweredAt) = (personId, finding, Said(text), now);
    }

    private static string Said(string? text)
    {
        var said = text?.ReplaceLineEndings("\n").Trim() ?? "";
        VoiceRules.WordsMissing.When(said.Length == 0);
        SharedRules.TextIsTooLong.When(said.Length > LongestText);
        SharedRules.TextIsNotUnicode.When(!PlainText.IsClean(said, severalLines: true));
        return said;
    }
}

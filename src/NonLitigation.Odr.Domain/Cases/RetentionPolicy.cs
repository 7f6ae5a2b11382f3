using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>How long the file of an ended case is kept. No statute says (人民调解法 27 asks for a file and states no term): the organisation decides.</summary>
public enum RetentionClass { ShortTerm, LongTerm, Permanent }

/// <summary>One organisation's own decision; where there is none, <see cref="ByDefault"/> acts and is shown as such.</summary>
public sealed class RetentionPolicy
{
    public const int FewestYears = 1, MostYears = 100, LongestBasis = 500;

    private RetentionPolicy() { }

    public Guid OrganisationId { get; private set; }
    public int ShortYears { get; private set; } = 10;
    public int LongYears { get; private set; } = 30;
    /// <summary>Of a case that ended with a written agreement.</summary>
    public RetentionClass WithAgreement { get; private set; } = RetentionClass.LongTerm;
    public RetentionClass WithoutAgreement { get; private set; } = RetentionClass.ShortTerm;
    /// <summary>The rule or the decision that it stands on, in the organisation's words; null: nobody has decided.</summary>
    public string? Basis { get; private set; }
    public Guid? SetBy { get; private set; }
    public DateTimeOffset? SetAt { get; private set; }

    public static RetentionPolicy ByDefault(Guid organisationId) => new() { OrganisationId = organisationId };

    public void Decide(int shortYears, int longYears, RetentionClass withAgreement, RetentionClass withoutAgreement, string? basis, Guid by, DateTimeOffset now)
    {
        RetentionRules.YearsOutOfRange.When(shortYears is < FewestYears or > MostYears || longYears is < FewestYears or > MostYears || longYears < shortYears);
        (ShortYears, LongYears, WithAgreement, WithoutAgreement) = (shortYears, longYears, withAgreement, withoutAgreement);
        (Basis, SetBy, SetAt) = (RetentionRules.Text(basis, LongestBasis), by, now);
    }

    public RetentionClass ClassOf(bool agreed) => agreed ? WithAgreement : WithoutAgreement;

    /// <summary>Null: for ever.</summary>
    public int? YearsOf(RetentionClass kind) => kind switch
    {
        RetentionClass.ShortTerm => ShortYears,
        RetentionClass.LongTerm => LongYears,
        _ => null,
    };
}

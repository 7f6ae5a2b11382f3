using NonLitigation.Odr.Domain.Network;

namespace NonLitigation.Odr.Domain.Cases;

/// <param name="Contact">Normal form: mainland number, +country number or e-mail.</param>
public sealed record PartyDetails(string Name, string Contact, string? Place, PartyNature Nature, string? IdNumber, string? RepresentativeName);

/// <param name="Against">Indexes into the application's respondents.</param>
public sealed record ClaimDetails(string Text, long? AmountFen, IReadOnlyList<int> Against);

/// <summary>What an applicant asks for, as written in the form.</summary>
public sealed record CaseApplication(
    DisputeKind Kind, string Title, string WhatHappened, PartyDetails Applicant, IReadOnlyList<PartyDetails> Respondents, IReadOnlyList<ClaimDetails> Claims)
{
    /// <summary>Who applies together with the applicant.</summary>
    public IReadOnlyList<PartyDetails> CoApplicants { get; init; } = [];
}

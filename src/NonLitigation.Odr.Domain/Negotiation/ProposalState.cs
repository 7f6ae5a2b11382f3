namespace NonLitigation.Odr.Domain.Negotiation;

public enum ProposalState { Open, Agreed, Declined, Countered, Withdrawn, Expired }

public enum ProposalAnswer { Accept, Decline, Counter }

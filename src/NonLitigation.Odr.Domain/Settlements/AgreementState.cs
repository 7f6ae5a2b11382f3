namespace NonLitigation.Odr.Domain.Settlements;

public enum AgreementState { Draft, Frozen, Effective, Declined }

public enum SignerRole { Party, Mediator, Seal }

public enum OutcomeState { Preparing, Ready }

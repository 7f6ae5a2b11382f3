namespace NonLitigation.Odr.Contracts.Shared;

public enum PieceKind { Kept, Removed, Added }

public enum ChangeKind { Same, Changed, Added, Removed }

/// <summary>A run of words that stands in both wordings, or in one of them only.</summary>
public sealed record TextPieceView(PieceKind Kind, string Text);

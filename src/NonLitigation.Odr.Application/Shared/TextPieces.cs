using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Shared;
using PieceKind = NonLitigation.Odr.Contracts.Shared.PieceKind;

namespace NonLitigation.Odr.Application.Shared;

internal static class TextPieces
{
    public static IReadOnlyList<TextPieceView> View(this IEnumerable<TextPiece> pieces) => [.. pieces.Select(piece => new TextPieceView((PieceKind)piece.Kind, piece.Text))];
}

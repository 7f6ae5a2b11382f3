using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>The fixed part on paper as a PDF with empty lines for signatures, fingerprints and seal; for everybody who signs it.</summary>
public sealed class PrintPaperPart(AgreementChange change, Lazy<OutcomeRenderer> renderer)
{
    public async Task<OutcomeFile> Handle(Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var file = await change.ReadAsync(caller, caseId, cancellation);
        if (file.Paper is not { Text: { } text, Hash: { } hash }) throw SettlementsRules.PaperNotFixed.Refused();
        return new($"{file.Case.Number} 调解协议书（书面签署部分）.pdf", await renderer.Value.PrintPaperAsync(text, cancellation), hash);
    }
}

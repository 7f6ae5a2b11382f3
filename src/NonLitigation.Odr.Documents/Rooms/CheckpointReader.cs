using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Documents.Rooms;

/// <summary>Signed checkpoints as those read them who believe nothing but their list of keys.</summary>
public static class CheckpointReader
{
    /// <summary>Null unless the note reads well and a trusted key signed it, and it alone.</summary>
    public static Checkpoint? ReadCheckpoint(this Trust trust, string note) =>
        SignedNote.Read(note) is { } signed && trust.SignerOf(signed) is ({ }, null) ? Checkpoint.Read(signed.Text) : null;
}

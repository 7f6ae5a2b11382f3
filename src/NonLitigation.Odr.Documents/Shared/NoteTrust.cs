using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Documents.Shared;

/// <summary>Who of those we believe signed a note.</summary>
internal static class NoteTrust
{
    /// <summary>Every signature of a key we trust must hold, and then it must be the only one. No key and no fault: signed by nobody we trust.</summary>
    internal static (NoteVerifierKey? Key, Sentence? Fault) SignerOf(this Trust trust, SignedNote note)
    {
        NoteVerifierKey? found = null;
        foreach (var signature in note.Signatures)
        {
            var named = trust.CheckpointKeys.FirstOrDefault(key => key.IsNamedBy(signature));
            if (named is null && trust.CheckpointKeys.Any(key => key.Verifies(note.Text, signature)))
                return (null, new("检查点的签名行", "checkpoint (name on the signature line)"));
            if (named is not null && !named.Verifies(note.Text, signature)) return (null, new("检查点的签名", "checkpoint (signature)"));
            found ??= named;
        }
        return found is not null && note.Signatures.Count > 1 ? (null, new("检查点的签名行", "checkpoint (more than one signature)")) : (found, null);
    }
}

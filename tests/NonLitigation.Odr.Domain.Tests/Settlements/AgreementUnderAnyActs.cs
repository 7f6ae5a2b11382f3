using CsCheck;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using static NonLitigation.Odr.Domain.Tests.Settlements.SigningBench;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

/// <summary>Random acts of everybody, in any order, with stale hashes and wrong names, against a small model of who consented to which bytes.</summary>
public sealed class AgreementUnderAnyActs
{
    private enum Act { Revise, Freeze, Reopen, Sign, SignStale, SignWrongName, Decline, Seal }

    private static readonly Gen<(Act, int, int)[]> Acts = Gen.Select(
        Gen.FrequencyConst((2, Act.Revise), (4, Act.Freeze), (2, Act.Reopen), (16, Act.Sign), (1, Act.SignStale), (1, Act.SignWrongName), (1, Act.Decline), (4, Act.Seal)),
        Gen.Int[0, 3], Gen.Int[-20, 60]).Array[0, 40];

    private static readonly (Guid Person, string Name)[] People = [.. Roster.Parties.Select(p => (p.PersonId, p.SignsAs)), (Mediator.PersonId, Mediator.Name)];

    [Fact]
    public void Is_effective_only_when_all_signed_the_same_bytes_and_not_before_the_last_act()
    {
        var effective = 0;
        Acts.Sample(acts =>
        {
            var run = new Run();
            foreach (var (act, who, seconds) in acts) run.Do(act, who, seconds);
            if (run.Agreement.State == AgreementState.Effective) Interlocked.Increment(ref effective);
        }, iter: 100_000);
        Assert.True(effective > 2_500, $"only {effective} sequences came to an end: the generator tests too little");
    }

    private sealed class Run
    {
        private readonly Dictionary<Guid, (string Hash, DateTimeOffset At)> _consents = [];
        private readonly List<string> _hashes = [];
        private DateTimeOffset _now = Now;
        private int _edits;
        public Agreement Agreement { get; } = Drafted();

        public void Do(Act act, int who, int seconds)
        {
            _now = _now.AddSeconds(seconds);
            var before = (Agreement.State, Agreement.Version, Agreement.Round?.Hash);
            var consented = _consents.Count;
            var refused = !Try(act, who);
            if (refused) Assert.Equal(before, (Agreement.State, Agreement.Version, Agreement.Round?.Hash));
            Check(act, refused, before.State, consented);
        }

        private bool Try(Act act, int who)
        {
            var (person, name) = People[who];
            var hash = Agreement.Round?.Hash ?? _hashes.LastOrDefault() ?? "";
            try
            {
                switch (act)
                {
                    case Act.Revise: Agreement.Revise(Agreement.Version, BothSums($"事实 {++_edits}"), _now); break;
                    case Act.Freeze: _hashes.Add(Agreement.Freeze(Agreement.Version, Roster, Heading, Today, _now).Hash); break;
                    case Act.Reopen: Agreement.Reopen("再谈", _now); _consents.Clear(); break;
                    case Act.Sign: Agreement.Sign(person, hash, name, Proof, _now); _consents.Add(person, (hash, _now)); break;
                    case Act.SignStale: Agreement.Sign(person, _hashes.FirstOrDefault(h => h != Agreement.Round?.Hash) ?? "00", name, Proof, _now); Assert.Fail("stale bytes were signed"); break;
                    case Act.SignWrongName: Agreement.Sign(person, hash, name + "某", Proof, _now); Assert.Fail("a wrong name was taken"); break;
                    case Act.Decline: Agreement.Decline(person, hash, "不同意", _now); break;
                    case Act.Seal: Agreement.Seal(Code, _now); break;
                }
                return true;
            }
            catch (RefusalException)
            {
                return false;
            }
        }

        private void Check(Act act, bool refused, AgreementState before, int consented)
        {
            if (act == Act.Seal && before == AgreementState.Frozen) Assert.Equal(consented == People.Length, !refused);
            if (act is Act.Sign && !refused) Assert.Equal(AgreementState.Frozen, before);
            if (act is Act.Revise && !refused) Assert.True(_consents.Count == 0, "an edit left consents standing");
            if (Agreement.State != AgreementState.Effective)
            {
                Assert.Null(Agreement.EffectiveAt);
                return;
            }
            Assert.Equal(People.Length, _consents.Count);
            Assert.Single(_consents.Values.Select(c => c.Hash).Append(Agreement.Round!.Hash).Append(Digest.Of(Agreement.Round.Text).ToString()).Distinct());
            Assert.True(Agreement.EffectiveAt >= _consents.Values.Max(c => c.At));
            Assert.Equal(Agreement.EffectiveAt, Agreement.Round.Signatures.Max(s => s.SignedAt));
            Assert.All(Agreement.Rounds.Where(r => r != Agreement.Round), r => Assert.NotNull(r.VoidedAt));
        }
    }
}

using BenchmarkDotNet.Running;
using NonLitigation.Odr.Benchmarks.Engine;
using NonLitigation.Odr.Benchmarks.Hosts;
using NonLitigation.Odr.Benchmarks.Micro;

// odr-bench engine [--json] [--quick]     the whole comparison; started by scripts/bench, which brings PostgreSQL and Redis
// odr-bench serve product|bare|naive|naive-pooled URL  one of the servers compared, in a process of its own
// odr-bench micro                         hash and codec by BenchmarkDotNet
switch (args)
{
    case ["engine", .. var options]: return await EngineBenchmark.RunAsync(options);
    case ["serve", "product", var url]: await ProductHost.ServeAsync(url); return 0;
    case ["serve", "bare" or "naive" or "naive-pooled", var url]: await BareHost.ServeAsync(url, args[1]); return 0;
    case ["micro", .. var rest]: BenchmarkSwitcher.FromTypes([typeof(HashingAnEntry)]).RunAll(null, rest); return 0;
    default:
        await Console.Error.WriteLineAsync("odr-bench engine [--json] [--quick] | serve product|bare|naive|naive-pooled URL | micro");
        return 2;
}

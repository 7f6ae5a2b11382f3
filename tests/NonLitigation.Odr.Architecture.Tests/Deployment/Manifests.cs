using System.Collections.Concurrent;
using System.Diagnostics;
using k8s;
using k8s.Models;
using NonLitigation.Odr.Architecture.Tests.Shared;

namespace NonLitigation.Odr.Architecture.Tests.Deployment;

/// <summary>What stands in <c>scripts/deploy/kubernetes</c>, as Kubernetes' own types; a field that these do not have is a fault.</summary>
public sealed class Manifests
{
    private const string Folder = "scripts/deploy/kubernetes";
    private static readonly ConcurrentDictionary<string, Manifests> Known = new();
    private readonly IReadOnlyList<object> _all;

    private Manifests(IEnumerable<object> all) => _all = [.. all];

    /// <summary>The files of the base and the maps that its kustomization generates, without kustomize.</summary>
    public static Manifests Base { get; } = new(Files("base").SelectMany(file => Read(File.ReadAllText(file))).Append(Settings("base")));

    public static bool CanRender => Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "kubectl")));

    /// <summary>What <c>kubectl kustomize</c> makes of a folder.</summary>
    public static Manifests Rendered(string folder) => Known.GetOrAdd(folder, Render);

    private static Manifests Render(string folder)
    {
        var start = new ProcessStartInfo("kubectl", ["kustomize", Repository.Path($"{Folder}/{folder}")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var kubectl = Process.Start(start) ?? throw new InvalidOperationException("kubectl did not start.");
        var faults = kubectl.StandardError.ReadToEndAsync();
        var text = kubectl.StandardOutput.ReadToEnd();
        kubectl.WaitForExit();
        return kubectl.ExitCode == 0 ? new(Read(text)) : throw new InvalidOperationException(faults.Result);
    }

    public static IReadOnlyList<object> Read(string yaml) => KubernetesYaml.LoadAllFromString(yaml, strict: true);

    public IReadOnlyList<T> All<T>() => [.. _all.OfType<T>()];

    public T One<T>(string name) where T : IKubernetesObject<V1ObjectMeta> => All<T>().Single(one => one.Metadata.Name == name);

    /// <summary>Settings of a node, as environment variables.</summary>
    public IDictionary<string, string> NodeSettings => All<V1ConfigMap>().Single(map => map.Metadata.Name.StartsWith("odr-settings", StringComparison.Ordinal)).Data;

    public V1PodSpec Nodes => One<V1Deployment>("odr-nodes").Spec.Template.Spec;

    public V1Container Node => Nodes.Containers.Single();

    public V1PodSpec Migration => One<V1Job>("odr-migrate").Spec.Template.Spec;

    public IEnumerable<V1PodSpec> Pods => All<V1Deployment>().Select(one => one.Spec.Template.Spec).Concat(All<V1Job>().Select(one => one.Spec.Template.Spec));

    public static IEnumerable<V1Container> ContainersOf(V1PodSpec pod) => pod.Containers.Concat(pod.InitContainers ?? []);

    /// <summary>Names of the Secrets that a pod can read.</summary>
    public static IEnumerable<string> SecretsOf(V1PodSpec pod) =>
        ContainersOf(pod).SelectMany(container => (container.Env ?? []).Select(one => one.ValueFrom?.SecretKeyRef?.Name).Concat((container.EnvFrom ?? []).Select(from => from.SecretRef?.Name)))
            .Concat((pod.Volumes ?? []).Select(volume => volume.Secret?.SecretName)).OfType<string>().Distinct();

    public static V1EnvVar Variable(V1Container container, string name) => container.Env.Single(one => one.Name == name);

    private static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(Repository.Path($"{Folder}/{folder}"), "*.yaml").Where(file => Path.GetFileName(file) != "kustomization.yaml").Order(StringComparer.Ordinal);

    private static V1ConfigMap Settings(string folder) => new()
    {
        Metadata = new() { Name = "odr-settings" },
        Data = File.ReadLines(Repository.Path($"{Folder}/{folder}/settings.env")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]),
    };
}

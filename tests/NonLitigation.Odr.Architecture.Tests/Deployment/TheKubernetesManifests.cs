using System.Globalization;
using System.Text.RegularExpressions;
using k8s.Models;
using NonLitigation.Odr.Architecture.Tests.Shared;

namespace NonLitigation.Odr.Architecture.Tests.Deployment;

/// <summary>No cluster is at hand: what has to hold of the manifests is read from them. The rendered ones where kubectl is there, the files of the base always.</summary>
public sealed partial class TheKubernetesManifests
{
    public static TheoryData<string> Ways => ["files", "base", "example"];

    private static Manifests Of(string way)
    {
        if (way == "files") return Manifests.Base;
        Assert.SkipUnless(Manifests.CanRender, "kubectl is not installed");
        return Manifests.Rendered(way);
    }

    [Fact]
    public void Are_read_strictly()
    {
        const string map = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n";
        Assert.Single(Manifests.Read(map + "data: { b: c }\n"));
        Assert.ThrowsAny<Exception>(() => Manifests.Read(map + "date: { b: c }\n"));
    }

    [Theory, MemberData(nameof(Ways))]
    public void Ask_a_node_for_its_health(string way)
    {
        var node = Of(way).Node;
        Assert.Equal("/health/ready", node.ReadinessProbe.HttpGet.Path);
        Assert.All([node.LivenessProbe, node.StartupProbe], probe => Assert.Equal("/health/live", probe.HttpGet.Path));
        Assert.All([node.ReadinessProbe, node.LivenessProbe, node.StartupProbe], probe => Assert.Equal("http", probe.HttpGet.Port.Value));
        // The check of the record may take three seconds before it says no.
        Assert.True(node.ReadinessProbe.TimeoutSeconds > 3);
        Assert.Contains(Repository.Files, file => file.EndsWith("/OdrHealth.cs", StringComparison.Ordinal) && Source(file) is var text && text.Contains("/health/live", StringComparison.Ordinal) && text.Contains("/health/ready", StringComparison.Ordinal));
        Assert.Contains("0.0.0.0:8080", Source("scripts/deploy/Dockerfile"), StringComparison.Ordinal);
        Assert.Equal(8080, node.Ports.Single(port => port.Name == "http").ContainerPort);
    }

    [Theory, MemberData(nameof(Ways))]
    public void Give_a_node_the_time_to_leave(string way)
    {
        var all = Of(way);
        var more = int.Parse(MoreBeforeKilling().Match(Source("docs/operations.md")).Groups[1].Value, CultureInfo.InvariantCulture);
        var (notice, longest) = (Span(all, "Odr__Drain__Notice"), Span(all, "Odr__Drain__Longest"));
        Assert.True(all.Nodes.TerminationGracePeriodSeconds >= (notice + longest).TotalSeconds + more);
        // One reading of readiness has to fall into the notice.
        Assert.True(notice.TotalSeconds > all.Node.ReadinessProbe.PeriodSeconds * all.Node.ReadinessProbe.FailureThreshold);
    }

    [Theory, MemberData(nameof(Ways))]
    public void Migrate_as_the_owner_and_serve_as_the_role_that_may_only_add(string way)
    {
        var all = Of(way);
        var (migration, node) = (all.Migration.Containers.Single(), all.Node);
        Assert.Equal(["migrate"], migration.Args);
        Assert.Equal(("odr_owner", "odr-owner"), RoleOf(migration, "ConnectionStrings__OdrOwner"));
        Assert.Equal(("odr_service", "odr-service"), RoleOf(node, "ConnectionStrings__Odr"));
        Assert.Null(node.Args);
        // The program asks for the other string at its start too: of the migration it is without a password, of a node there is none of the owner's.
        Assert.DoesNotContain("assword", Manifests.Variable(migration, "ConnectionStrings__Odr").Value, StringComparison.Ordinal);
        Assert.DoesNotContain(node.Env, one => one.Name == "ConnectionStrings__OdrOwner");
        Assert.DoesNotContain("odr-owner", Manifests.SecretsOf(all.Nodes));
        Assert.All(["odr_owner", "odr_service"], role => Assert.Contains($"create role {role} ", Source("scripts/deploy/roles.sh"), StringComparison.Ordinal));
        Assert.Equal(migration.Image, node.Image);
    }

    [Theory, MemberData(nameof(Ways))]
    public void Hold_no_secret(string way)
    {
        var all = Of(way);
        Assert.Empty(all.All<V1Secret>());
        Assert.Empty(all.NodeSettings.Where(one => Secret().IsMatch(one.Key) || one.Value.Contains("password", StringComparison.OrdinalIgnoreCase)));
        Assert.All(all.Pods.SelectMany(Manifests.ContainersOf).SelectMany(container => container.Env ?? []).Where(one => one.Value is not null), one =>
            Assert.All(Password().Matches(one.Value).Select(match => match.Groups[1].Value), value => Assert.Matches(@"^\$\([A-Z_]+\)$", value)));
        var named = NamedSecret().Matches(Source("scripts/deploy/kubernetes/base/kustomization.yaml")).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);
        Assert.Equal(named, all.Pods.SelectMany(Manifests.SecretsOf).Concat(all.All<V1Ingress>().SelectMany(one => one.Spec.Tls).Select(tls => tls.SecretName)).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Ways))]
    public void Set_what_the_service_reads_and_the_manual_explains(string way)
    {
        var keys = Of(way).NodeSettings.Keys.Where(key => key != "ASPNETCORE_ENVIRONMENT").ToList();
        Assert.True(keys.Count > 5);
        Assert.Empty(keys.Where(key => !ServiceSettings.Reads(key)));
        Assert.Empty(keys.Where(key => !ServiceSettings.Explains(key)));
        Assert.Equal("Production", Of(way).NodeSettings["ASPNETCORE_ENVIRONMENT"]);
    }

    [Theory]
    [InlineData("Odr__Drain__Notice", true)]
    [InlineData("Odr__Drain__Notise", false)]
    [InlineData("Odr__Web__Origins__0", true)]
    [InlineData("Odr__Web__Origin__0", false)]
    [InlineData("Odr__Telemetry__Otlp", true)]
    [InlineData("Odr__Telemetry__Otel", false)]
    [InlineData("Odr__Smtp__Host", true)]
    [InlineData("Odr__Mail__Host", false)]
    public void Are_found_with_a_setting_that_nobody_reads(string key, bool read) => Assert.Equal(read, ServiceSettings.Reads(key) && ServiceSettings.Explains(key));

    /// <summary>Without WebSockets a line's requests have to reach the node that agreed to it, by a cookie that is not the service's own.</summary>
    [Theory, MemberData(nameof(Ways))]
    public void Keep_a_browser_at_its_node(string way)
    {
        const string sticky = "traefik.ingress.kubernetes.io/service.sticky.cookie";
        var all = Of(way);
        var service = all.One<V1Service>("odr-nodes").Metadata.Annotations;
        Assert.All(["", ".httponly", ".secure"], part => Assert.Equal("true", service[sticky + part]));
        Assert.Equal("lax", service[sticky + ".samesite"]);
        Assert.DoesNotContain($"\"{service[sticky + ".name"]}\"", Source("src/NonLitigation.Odr.Server/Shared/NodeCookie.cs"), StringComparison.Ordinal);
        Assert.Contains("\"odr_node\"", Source("src/NonLitigation.Odr.Server/Shared/NodeCookie.cs"), StringComparison.Ordinal);
        var ingress = all.One<V1Ingress>("odr").Spec;
        Assert.Equal("traefik", ingress.IngressClassName);
        Assert.Equal("/", ingress.Rules.Single().Http.Paths.Single().Path);
        Assert.Equal([ingress.Rules.Single().Host], ingress.Tls.Single().Hosts);
        Assert.Equal($"https://{ingress.Rules.Single().Host}", all.NodeSettings["Odr__Web__Address"]);
    }

    [Theory, MemberData(nameof(Ways))]
    public void Replace_nodes_one_after_another(string way)
    {
        var all = Of(way);
        var deployment = all.One<V1Deployment>("odr-nodes");
        Assert.True(deployment.Spec.Replicas >= 2);
        Assert.Equal("0", deployment.Spec.Strategy.RollingUpdate.MaxUnavailable.Value);
        var budget = all.One<V1PodDisruptionBudget>("odr-nodes").Spec;
        Assert.Equal("1", budget.MaxUnavailable.Value);
        var labels = deployment.Spec.Template.Metadata.Labels;
        Assert.All([deployment.Spec.Selector.MatchLabels, budget.Selector.MatchLabels, all.One<V1Service>("odr-nodes").Spec.Selector], selector => Assert.Equal(labels, selector));
    }

    [Theory, MemberData(nameof(Ways))]
    public void Run_nothing_as_root_and_change_no_file_of_an_image(string way)
    {
        var all = Of(way);
        Assert.All(all.Pods, pod =>
        {
            Assert.True(pod.SecurityContext is { RunAsNonRoot: true, RunAsUser: > 0, SeccompProfile.Type: "RuntimeDefault" });
            Assert.False(pod.AutomountServiceAccountToken);
            Assert.All(Manifests.ContainersOf(pod), container => Assert.True(
                container.SecurityContext is { ReadOnlyRootFilesystem: true, AllowPrivilegeEscalation: false, Capabilities.Drop: ["ALL"] } && container.Resources.Limits.ContainsKey("memory"), container.Name));
        });
        Assert.All([all.Nodes, all.Migration], pod => Assert.Contains($"USER {pod.SecurityContext.RunAsUser}:{pod.SecurityContext.RunAsGroup}\n", Source("scripts/deploy/Dockerfile"), StringComparison.Ordinal));
        // Where the program writes all the same.
        Assert.All(["/tmp", "/var/lib/odr/files", "/var/lib/odr/checkpoints"], path => Assert.Contains(all.Node.VolumeMounts, mount => mount.MountPath == path && mount.ReadOnlyProperty != true));
    }

    /// <summary>Files of a mounted Secret are readable by the pod's group, and the service refuses such keys (start.keys-readable).</summary>
    [Theory, MemberData(nameof(Ways))]
    public void Give_the_service_keys_that_nobody_else_can_read(string way)
    {
        var pod = Of(way).Nodes;
        var mount = pod.Containers.Single().VolumeMounts.Single(one => one.MountPath == "/var/lib/odr/keys");
        Assert.True(mount.ReadOnlyProperty);
        Assert.Equal("Memory", pod.Volumes.Single(volume => volume.Name == mount.Name).EmptyDir?.Medium);
        var copying = pod.InitContainers.Single();
        Assert.Contains("install -m 600 ", copying.Command[^1], StringComparison.Ordinal);
        Assert.Contains(copying.VolumeMounts, one => one.Name == mount.Name && one.ReadOnlyProperty != true);
        Assert.Contains(copying.VolumeMounts, one => pod.Volumes.Single(volume => volume.Name == one.Name).Secret is { SecretName: "odr-keys" });
        Assert.NotNull(pod.SecurityContext.FsGroup);
    }

    [Theory, MemberData(nameof(Ways))]
    public void Name_nothing_that_is_not_there(string way)
    {
        var all = Of(way);
        Assert.All(all.Pods.SelectMany(pod => (pod.Volumes ?? []).Select(volume => volume.PersistentVolumeClaim?.ClaimName)).OfType<string>(), claim => Assert.Contains("ReadWriteMany", all.One<V1PersistentVolumeClaim>(claim).Spec.AccessModes));
        Assert.All(all.Pods, pod => Assert.Empty(Manifests.ContainersOf(pod).SelectMany(container => container.VolumeMounts ?? []).Select(mount => mount.Name).Except((pod.Volumes ?? []).Select(volume => volume.Name))));
        Assert.All(all.All<V1Ingress>().SelectMany(one => one.Spec.Rules).SelectMany(rule => rule.Http.Paths), path => Assert.Contains(all.One<V1Service>(path.Backend.Service.Name).Spec.Ports, port => port.Name == path.Backend.Service.Port.Name));
        Assert.Contains($"{all.One<V1Service>("odr-redis").Metadata.Name}:6379,", Manifests.Variable(all.Node, "ConnectionStrings__Redis").Value, StringComparison.Ordinal);
        if (way == "files") return;
        var maps = all.All<V1ConfigMap>().ToDictionary(map => map.Metadata.Name, map => map.Data);
        Assert.All(all.Pods.SelectMany(Manifests.ContainersOf).SelectMany(container => container.Env ?? []).Select(one => one.ValueFrom?.ConfigMapKeyRef).OfType<V1ConfigMapKeySelector>(), key => Assert.True(maps[key.Name].ContainsKey(key.Key)));
        Assert.All(all.Node.EnvFrom.Select(from => from.ConfigMapRef?.Name).OfType<string>(), name => Assert.True(maps.ContainsKey(name)));
    }

    /// <returns>As whom a container goes to the database, and the Secret that the password comes from.</returns>
    private static (string Role, string? Secret) RoleOf(V1Container container, string variable)
    {
        var value = Manifests.Variable(container, variable).Value;
        var password = Reference().Match(Password().Match(value).Groups[1].Value).Groups[1].Value;
        return (Role().Match(value).Groups[1].Value, Manifests.Variable(container, password).ValueFrom.SecretKeyRef.Name);
    }

    private static TimeSpan Span(Manifests all, string setting) => TimeSpan.Parse(all.NodeSettings[setting], CultureInfo.InvariantCulture);

    private static string Source(string file) => File.ReadAllText(Repository.Path(file));

    [GeneratedRegex(@"give the supervisor (\d+) s more")]
    private static partial Regex MoreBeforeKilling();

    [GeneratedRegex("(?:Password|Secret|Key|Pin)$")]
    private static partial Regex Secret();

    [GeneratedRegex("""(?i:password)="?([^";,]*)""")]
    private static partial Regex Password();

    [GeneratedRegex(@"^\$\(([A-Z_]+)\)$")]
    private static partial Regex Reference();

    [GeneratedRegex("Username=([^;]*)")]
    private static partial Regex Role();

    [GeneratedRegex(@"^#   (odr-[a-z-]+) ", RegexOptions.Multiline)]
    private static partial Regex NamedSecret();
}

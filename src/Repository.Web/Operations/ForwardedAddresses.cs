using Microsoft.AspNetCore.HttpOverrides;

namespace Repository.Web.Operations;

/// <summary>Whose word is taken for where a request comes from. Anybody else could give themselves an address of their choice, and so as many attempts as they like.</summary>
internal static class ForwardedAddresses
{
    /// <summary>Also where the framework was told by ASPNETCORE_FORWARDEDHEADERS_ENABLED to believe everybody.</summary>
    public static void AddForwardedAddresses(this IServiceCollection services, RepositoryOptions options) => services.PostConfigure<ForwardedHeadersOptions>(forwarded =>
    {
        var machine = new ForwardedHeadersOptions();
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.ForwardLimit = null;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in machine.KnownProxies) forwarded.KnownProxies.Add(proxy);
        foreach (var network in machine.KnownIPNetworks.Concat(options.Proxies)) forwarded.KnownIPNetworks.Add(network);
    });
}

using Repository.Core.Calls;
using Repository.Web.Forms.Receiving;
using Repository.Web.Operations;
using Repository.Web.Site.Participating;

namespace Repository.Web.Calls;

/// <summary>What calls are made of, for the desk and for those who apply.</summary>
internal static class CallServices
{
    public static void AddCalls(this IServiceCollection services, Installation installation)
    {
        services.AddSingleton(installation.Store.Calls);
        services.AddSingleton<Convening>();
        services.AddSingleton<Evaluating>();
        services.AddSingleton<CallBook>();
        services.AddSingleton<RecognitionDrafts>();
        services.AddSingleton<IEntryGate, CallGate>();
        services.AddSingleton<IEntryTelling, ApplicationTelling>();
    }
}

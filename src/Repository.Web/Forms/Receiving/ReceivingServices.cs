using Repository.Web.Forms.Wire;
using Repository.Web.Operations;

namespace Repository.Web.Forms.Receiving;

/// <summary>What takes entries in is made of.</summary>
internal static class ReceivingServices
{
    public static void AddReceiving(this IServiceCollection services, RepositoryOptions options)
    {
        services.AddSingleton(options.Forms);
        services.AddSingleton(options.Delivery);
        services.AddSingleton<FormTurns>();
        services.AddSingleton<FormTickets>();
        services.AddSingleton<SenderLimits>();
        services.AddSingleton<ComingBodies>();
        services.AddSingleton<AttackWatch>();
        services.AddSingleton<AnswerMarks>();
        services.AddSingleton<EntryDoor>();
        services.AddSingleton<UploadTaking>();
        services.AddSingleton<Arrivals>();
        services.AddHostedService<ArrivalFollowing>();
        services.AddSingleton<EntryReceiving>();
        services.AddHostedService<OrphanTending>();
        services.AddSingleton<WireAccess>();
        services.AddSingleton<DefinitionApi>();
        services.AddSingleton<EntryInputs>();
        services.AddSingleton<EntrySending>();
        services.AddSingleton<EntryApi>();
    }
}

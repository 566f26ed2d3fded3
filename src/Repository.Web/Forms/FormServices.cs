using Repository.Storage.Forms;
using Repository.Web.Forms.Mail;
using Repository.Web.Forms.Proposals;
using Repository.Web.Forms.Receiving;
using Repository.Web.Forms.Results;
using Repository.Web.Forms.Retention;
using Repository.Web.Operations;
using Repository.Web.Site.Participating;

namespace Repository.Web.Forms;

/// <summary>What forms are made of, for the site, the delivery and the desk alike.</summary>
internal static class FormServices
{
    public static void AddForms(this IServiceCollection services, Installation installation)
    {
        services.AddSingleton(installation.Store.Forms);
        services.AddSingleton(installation.Store.Entries);
        services.AddSingleton(installation.Store.Results);
        services.AddSingleton(new EntryFiles(installation.Options.EntriesPath));
        services.AddSingleton(installation.Store.Arrivals);
        services.AddSingleton(installation.Store.Letters);
        services.AddSingleton(installation.Store.EntryAccess);
        services.AddSingleton(installation.Store.ProposedItems);
        services.AddSingleton(installation.Options.Mail);
        services.AddSingleton<FormBook>();
        services.AddSingleton<ProposedFiles>();
        services.AddSingleton<IArrival, ProposalArrival>();
        services.AddSingleton<IArrival, MailArrival>();
        services.AddSingleton<IEntryTelling, AdviceTelling>();
        services.AddSingleton<AdviceSeeking>();
        services.AddSingleton<LetterWriting>();
        services.AddSingleton<LetterSending>();
        services.AddHostedService(provider => provider.GetRequiredService<LetterSending>());
        services.AddSingleton<EntryRetention>();
        services.AddHostedService(provider => provider.GetRequiredService<EntryRetention>());
        services.AddHostedService<FormFollowing>();
        services.AddSingleton<ResultBook>();
        services.AddSingleton<ResultPublishing>();
        services.AddHostedService(provider => provider.GetRequiredService<ResultPublishing>());
        services.AddReceiving(installation.Options);
    }
}

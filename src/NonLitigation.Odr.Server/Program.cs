using NonLitigation.Odr.Server.Shared;

// odr-server migrate        brings the database to this version, as its owner (ConnectionStrings:OdrOwner)
// odr-server seed --demo    demo organisations, people and logins
// odr-server                serves
var app = OdrApplication.Build(args);
switch (args.FirstOrDefault())
{
    case "migrate": return await Verbs.MigrateAsync(app);
    case "seed": return await Verbs.SeedAsync(app, args);
    default: await app.RunAsync(); return 0;
}

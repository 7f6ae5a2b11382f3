using NonLitigation.Odr.Verifier;

return VerifyCommand.Run(args, Console.Out, Console.Error);

/** A style sheet that a component imports: the bundler takes it, types have nothing to say. */
declare module "*.css";

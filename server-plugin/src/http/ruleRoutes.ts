import {
  InstancePreview,
  NewProject,
  ProfileCheck,
  ProfileCheckRequest,
  ProfileDocument,
  ProfileParams,
  ProfilePreviewRequest,
  ProfileSave,
  ProfileSummary,
  Project,
  ProjectChange,
  ROUTES,
} from '@pseudonymize-redact/core/contract';
import { profileSchema } from '@pseudonymize-redact/core/deidentification';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { previewProfile } from '../jobs/previewProfile.ts';
import type { PreviewParts } from '../jobs/previewStudy.ts';
import { profileIssues } from '../projects/profileFile.ts';
import type { ProjectService } from '../projects/projectService.ts';
import type { ActorOf } from './auditing.ts';

export interface RuleRoutesParts {
  readonly rules: ProjectService;
  readonly previews: PreviewParts;
  readonly actorOf: ActorOf;
}

const ProjectParams = z.object({ project: NewProject.shape.id });

/** The routes of what decides about copies: profiles, and which project uses which. */
export const ruleRoutes: FastifyPluginCallbackZod<RuleRoutesParts> = (
  app,
  { rules, previews, actorOf },
  done,
) => {
  app.get(ROUTES.profiles, { schema: { response: { 200: z.array(ProfileSummary) } } }, () => [
    ...rules.profiles(),
  ]);

  app.get(
    ROUTES.profile,
    { schema: { params: ProfileParams, response: { 200: ProfileDocument } } },
    ({ params }) => rules.profile(params.profile),
  );

  app.put(
    ROUTES.profile,
    { schema: { params: ProfileParams, body: ProfileSave, response: { 200: ProfileDocument } } },
    (request) =>
      rules.save(request.params.profile, request.body, { actor: actorOf(request), request: request.id }),
  );

  app.get(ROUTES.profileSchema, { schema: { response: { 200: z.record(z.string(), z.unknown()) } } }, () => ({
    ...profileSchema(),
  }));

  app.post(
    ROUTES.profileCheck,
    { schema: { body: ProfileCheckRequest, response: { 200: ProfileCheck } } },
    ({ body }) => ({ issues: [...profileIssues(body.definition)] }),
  );

  app.post(
    ROUTES.profilePreview,
    { schema: { body: ProfilePreviewRequest, response: { 200: InstancePreview } } },
    async ({ body }, reply) =>
      reply.header('cache-control', 'no-store').send(await previewProfile(body, previews)),
  );

  app.post(
    ROUTES.projects,
    { schema: { body: NewProject, response: { 201: Project } } },
    async (request, reply) =>
      reply.code(201).send(await rules.add(request.body, { actor: actorOf(request), request: request.id })),
  );

  app.put(
    ROUTES.project,
    { schema: { params: ProjectParams, body: ProjectChange, response: { 200: Project } } },
    (request) =>
      rules.change(request.params.project, request.body, { actor: actorOf(request), request: request.id }),
  );

  done();
};
